import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Alert } from "../../../lib/safety/mod.ts";
import { Icon } from "../../Icon.tsx";
import { Moment } from "../Moment.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface OnCallView {
  now: readonly { name: string; until: number }[];
  mayAnswer: boolean;
  /** The last alert about a case of one's team; null for none. */
  last: Alert | null;
}

/** Who is on call, and how the last alert went. */
export function OnCallNow(
  { t, locale, onCall }: { t: Translate; locale: string; onCall: OnCallView },
) {
  const { now, mayAnswer, last } = onCall;
  return (
    <section class="stack gap-3">
      <h2>{t("admin.onCall.title")}</h2>
      <dl class="facts">
        <Fact name={t("admin.home.now")}>
          {now.length === 0 && (
            <span class="state warn">
              <Icon name="alert" /> {t("admin.home.nobody")}
            </span>
          )}
          {now.map(({ name, until }) => (
            <div key={name}>
              <strong {...UNTRANSLATED}>{name}</strong>, {t("admin.home.until")}
              {" "}
              <Moment at={until} locale={locale} />
            </div>
          ))}
        </Fact>
        {last && (
          <Fact name={t("admin.home.lastAlert")}>
            <Moment at={last.at} locale={locale} />
            {last.toldAt !== null &&
              `, ${t("admin.home.told", { seconds: seconds(last, "toldAt") })}`}
            {last.answeredBy !== null &&
              `, ${
                t("admin.home.answered", { seconds: seconds(last, "endedAt") })
              }`}
          </Fact>
        )}
      </dl>
      {mayAnswer && (
        <p>
          <a class="btn" href="/admin/me#on-call">{t("admin.home.shift")}</a>
        </p>
      )}
    </section>
  );
}

function seconds(alert: Alert, field: "toldAt" | "endedAt"): number {
  return Math.round(((alert[field] ?? alert.at) - alert.at) / 1000);
}

export interface Today {
  filed: number;
  decided: number;
  here: number;
}

/** What happened since midnight in UTC. */
export function TodayFigures({ t, today }: { t: Translate; today: Today }) {
  return (
    <section>
      <h2>{t("admin.home.today")}</h2>
      <dl class="facts">
        <Fact name={t("admin.home.filed")}>
          <span class="num">{today.filed}</span>
        </Fact>
        <Fact name={t("admin.home.decided")}>
          <span class="num">{today.decided}</span>
        </Fact>
        <Fact name={t("admin.home.here")}>
          {t("admin.home.people", { count: today.here })}
        </Fact>
      </dl>
    </section>
  );
}

/** A name and what stands there. */
export function Fact(
  { name, children }: { name: string; children: ComponentChildren },
) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
