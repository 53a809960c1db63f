import type { AccountKeys, SessionView } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon, type IconName } from "../../Icon.tsx";
import { AccountArea } from "./AccountArea.tsx";
import { dayText } from "./Day.tsx";
import { SessionItem } from "./SessionItem.tsx";

export interface SessionsPageProps {
  t: Translate;
  locale: string;
  sessions: readonly SessionView[];
  keys: AccountKeys;
}

/** Where a person is signed in, beside what would bring them back. */
export function SessionsPage(props: SessionsPageProps) {
  const { t, locale, sessions } = props;
  return (
    <AccountArea
      t={t}
      title={t("account.sessions.title")}
      lead={t("account.sessions.lead")}
    >
      <div class="split aside">
        <section>
          <h2>{t("account.sessions.list")}</h2>
          <ul class="ledger" role="list">
            {sessions.map((one, n) => (
              <SessionItem key={n} t={t} locale={locale} session={one} />
            ))}
          </ul>
          <form
            method="post"
            action="/account/sessions/end"
            class="stack gap-3 leave"
          >
            <button class="btn danger" type="submit">
              {t("account.sessions.all")}
            </button>
            <p class="hint">{t("account.sessions.allText")}</p>
          </form>
        </section>
        <WaysBack {...props} />
      </div>
    </AccountArea>
  );
}

function WaysBack({ t, locale, keys }: SessionsPageProps) {
  const { codeDay, passkeys } = keys;
  const none = codeDay === null && passkeys.length === 0;
  return (
    <section class="stack gap-3">
      <h2>{t("account.keys.title")}</h2>
      {none
        ? (
          <p class="note warn">
            <Icon name="alert" />
            <span>{t("account.sessions.keyless")}</span>
          </p>
        )
        : (
          <ul class="ledger" role="list">
            {passkeys.map(({ createdDay, usedDay }, n) => (
              <Way
                key={n}
                icon="key"
                title={t("account.sessions.passkey")}
                text={t("account.keys.passkey.used", {
                  created: dayText(createdDay, locale),
                  used: dayText(usedDay, locale),
                })}
              />
            ))}
            {codeDay !== null && (
              <Way
                icon="print"
                title={t("account.keys.code.title")}
                text={t("account.sessions.codeMade", {
                  date: dayText(codeDay, locale),
                })}
              />
            )}
          </ul>
        )}
      <a class="btn" href="/account/keys">
        {t(none ? "account.wayBack.none.link" : "account.wayBack.saved.link")}
      </a>
    </section>
  );
}

interface WayProps {
  icon: IconName;
  title: string;
  text: string;
}

function Way({ icon, title, text }: WayProps) {
  return (
    <li>
      <div class="device">
        <Icon name={icon} />
        <h3>{title}</h3>
        <p class="quiet small">{text}</p>
      </div>
    </li>
  );
}
