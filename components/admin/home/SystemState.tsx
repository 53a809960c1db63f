import type { Translate } from "../../../lib/i18n/mod.ts";
import type { VerificationView } from "../../../lib/audit/mod.ts";
import { Icon } from "../../Icon.tsx";
import { Moment } from "../Moment.tsx";
import { Fact } from "./Beside.tsx";

export interface SystemView {
  parts: Readonly<Record<"store" | "media" | "matcher", boolean>>;
  mail: {
    /** Whether a mail server is named. */
    isSet: boolean;
    /** Since when the oldest mail that is due waits; null for none. */
    waitsSince: number | null;
  };
  /** What the jobs cannot do whose last run failed. */
  failing: readonly string[];
  verification: VerificationView | null;
}

interface SystemProps {
  t: Translate;
  locale: string;
  now: number;
  system: SystemView;
}

/** A mail server is asked again after two minutes; beyond that it is away. */
const SLOW = 5 * 60_000;

/** Whether Millo's parts do what they should. */
export function SystemState(props: SystemProps) {
  const { t, system: { parts, failing } } = props;
  return (
    <section>
      <h2>{t("admin.home.system")}</h2>
      <dl class="facts">
        <AuditState {...props} />
        <Fact name={t("admin.home.jobs")}>
          {failing.length === 0
            ? <Well good text={t("admin.home.jobsWell")} />
            : failing.map((does) => (
              <div key={does}>
                <Well text={t("admin.home.jobFails", { does })} />
              </div>
            ))}
        </Fact>
        {(["store", "media", "matcher"] as const).map((part) => (
          <Fact key={part} name={t(`admin.home.${part}`)}>
            <Well
              good={parts[part]}
              text={t(parts[part] ? "admin.home.up" : "admin.home.down")}
            />
          </Fact>
        ))}
        <MailState {...props} />
      </dl>
    </section>
  );
}

function AuditState({ t, locale, system: { verification } }: SystemProps) {
  return (
    <Fact name={t("admin.audit")}>
      {verification === null
        ? <span class="quiet">{t("admin.audit.unverified")}</span>
        : (
          <>
            <Well
              good={verification.fault === null}
              text={verification.fault === null
                ? t("admin.home.sound", { size: verification.size })
                : t("admin.home.broken", { index: verification.fault.index })}
            />
            <br />
            <span class="quiet">
              <Moment at={verification.at} locale={locale} />
            </span>
          </>
        )}
    </Fact>
  );
}

function MailState({ t, locale, now, system: { mail } }: SystemProps) {
  const isSlow = mail.waitsSince !== null && now - mail.waitsSince > SLOW;
  return (
    <Fact name={t("admin.home.mail")}>
      {!mail.isSet ? <Well text={t("admin.home.mailUnset")} /> : isSlow
        ? (
          <>
            <Well text={t("admin.home.mailWaits")} />{" "}
            <Moment at={mail.waitsSince!} locale={locale} />
          </>
        )
        : <Well good text={t("admin.home.mailSent")} />}
    </Fact>
  );
}

function Well({ good = false, text }: { good?: boolean; text: string }) {
  return (
    <span class={`state ${good ? "ok" : "bad"}`}>
      <Icon name={good ? "check" : "alert"} /> {text}
    </span>
  );
}
