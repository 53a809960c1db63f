import type { SessionView } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { Day } from "./Day.tsx";

type Device = NonNullable<SessionView["device"]>;

interface SessionItemProps {
  t: Translate;
  locale: string;
  session: SessionView;
}

/** A browser that is signed in: its device, its days, and the ways to end it. */
export function SessionItem({ t, locale, session }: SessionItemProps) {
  const { current, createdDay, seenDay, device } = session;
  return (
    <li>
      <div class="device">
        <Icon name={device?.family === "mobile" ? "phone" : "laptop"} />
        <h3>
          {t(current ? "account.sessions.current" : "account.sessions.other")}
        </h3>
        <dl class="device-facts small">
          <div>
            <dt class="quiet">{t("account.sessions.seen")}</dt>
            <dd>
              <Day at={seenDay} locale={locale} />
            </dd>
          </div>
          <div>
            <dt class="quiet">{t("account.sessions.since")}</dt>
            <dd>
              <Day at={createdDay} locale={locale} />
            </dd>
          </div>
          {device && <DeviceFacts t={t} device={device} />}
        </dl>
        {!device && <p class="quiet small">{t("account.sessions.forgotten")}
        </p>}
        <EndForm t={t} session={session} />
      </div>
    </li>
  );
}

function EndForm({ t, session }: Omit<SessionItemProps, "locale">) {
  const { id, current, device } = session;
  return (
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
          class="btn plain"
          type="submit"
          formaction={`/account/devices/${device.id}/removal`}
        >
          {t("account.sessions.forget")}
        </button>
      )}
    </form>
  );
}

/** What is recorded of a device, word for word. */
function DeviceFacts({ t, device }: { t: Translate; device: Device }) {
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
          <dt class="quiet">{t(name)}</dt>
          <dd class="breaks">
            <code>{facts[name]}</code>
          </dd>
        </div>
      ))}
    </>
  );
}
