import type { SessionView } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { SessionItem } from "./SessionItem.tsx";

export interface SessionsPageProps {
  t: Translate;
  locale: string;
  sessions: readonly SessionView[];
  /** Whether a key could bring the account back. */
  keyless: boolean;
}

export function SessionsPage(props: SessionsPageProps) {
  const { t, locale, sessions, keyless } = props;
  return (
    <AccountFrame
      t={t}
      title={t("account.sessions.title")}
      lead={t("account.sessions.lead")}
    >
      {keyless && (
        <section class="note warn">
          <p>{t("account.sessions.keyless")}</p>
          <p>
            <a href="/account/keys">{t("account.keys.title")}</a>
          </p>
        </section>
      )}
      <ul class="ledger" role="list">
        {sessions.map((one, n) => (
          <SessionItem key={n} t={t} locale={locale} session={one} />
        ))}
      </ul>
      <form method="post" action="/account/sessions/end" class="stack">
        <button class="btn" type="submit">
          {t("account.sessions.all")}
        </button>
        <p class="hint">{t("account.sessions.allText")}</p>
      </form>
    </AccountFrame>
  );
}
