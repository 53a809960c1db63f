import type { ComponentChildren } from "preact";
import type { AccountKeys } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountArea } from "./AccountArea.tsx";
import { CodeSection } from "./CodeSection.tsx";
import { dayText } from "./Day.tsx";

export interface KeysPageProps {
  t: Translate;
  locale: string;
  keys: AccountKeys;
  /** Whether they may be changed now: none yet, or one was shown lately. */
  open: boolean;
  /** The button that only a script can serve. */
  children?: ComponentChildren;
}

export function KeysPage({ t, locale, keys, open, children }: KeysPageProps) {
  return (
    <AccountArea
      t={t}
      title={t("account.keys.title")}
      lead={t("account.keys.lead")}
    >
      {!open && (
        <section class="note">
          <p>{t("account.keys.stale")}</p>
          <p>
            <a class="btn go" href="/account/return?to=/account/keys">
              {t("account.keys.prove")}
            </a>
          </p>
        </section>
      )}
      <CodeSection t={t} locale={locale} codeDay={keys.codeDay} open={open} />
      <section class="stack">
        <h2>{t("account.keys.passkey.title")}</h2>
        {keys.passkeys.length === 0 && (
          <p class="quiet">{t("account.keys.none")}</p>
        )}
        <Passkeys t={t} locale={locale} keys={keys} open={open} />
        {open && children}
      </section>
    </AccountArea>
  );
}

function Passkeys({ t, locale, keys, open }: KeysPageProps) {
  if (keys.passkeys.length === 0) return null;
  return (
    <ul class="ledger" role="list">
      {keys.passkeys.map(({ id, createdDay, usedDay }, n) => (
        <li key={n}>
          <p>
            {t("account.keys.passkey.used", {
              created: dayText(createdDay, locale),
              used: dayText(usedDay, locale),
            })}
          </p>
          {open && (
            <form method="post" action={`/account/keys/passkeys/${id}/removal`}>
              <button class="btn" type="submit">
                {t("account.keys.remove")}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
