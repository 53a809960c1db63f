import type { SessionView } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Day } from "./Day.tsx";

interface SessionItemProps {
  t: Translate;
  locale: string;
  session: SessionView;
}

/** A browser that is let in: its device, its days, and the ways to end it. */
export function SessionItem({ t, locale, session }: SessionItemProps) {
  const { id, current, createdDay, seenDay, device } = session;
  return (
    <li>
      <div class="stack gap-3">
        <h2>
          {t(current ? "account.sessions.current" : "account.sessions.other")}
        </h2>
        <dl class="facts">
          <div>
            <dt>{t("account.sessions.seen")}</dt>
            <dd>
              <Day at={seenDay} locale={locale} />
            </dd>
          </div>
          <div>
            <dt>{t("account.sessions.since")}</dt>
            <dd>
              <Day at={createdDay} locale={locale} />
            </dd>
          </div>
          {device && <DeviceFacts t={t} device={device} />}
        </dl>
        {!device && <p class="quiet">{t("account.sessions.forgotten")}</p>}
      </div>
      <form
        method="post"
        action={`/account/sessions/${id}/end`}
        class="actions"
      >
        <button class="btn" type="submit">
          {t(current ? "account.sessions.endCurrent" : "account.sessions.end")}
        </button>
        {device && (
          <button
            class="btn"
            type="submit"
            formaction={`/account/devices/${device.id}/removal`}
          >
            {t("account.sessions.forget")}
          </button>
        )}
      </form>
    </li>
  );
}

function DeviceFacts(
  { t, device }: { t: Translate; device: NonNullable<SessionView["device"]> },
) {
  const facts = {
    "account.sessions.device": device.family,
    "account.sessions.os": device.os,
    "account.sessions.connection": device.connection,
    "account.sessions.network": device.network,
    "account.sessions.identifier": device.id,
  } as const;
  return (
    <>
      {(Object.keys(facts) as (keyof typeof facts)[]).map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd class="breaks">
            <code>{facts[name]}</code>
          </dd>
        </div>
      ))}
    </>
  );
}
