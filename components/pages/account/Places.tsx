import type { Translate } from "../../../lib/i18n/mod.ts";

const PLACES = [
  {
    to: "/account/picture",
    title: "account.picture.title",
    text: "account.more.picture",
  },
  {
    to: "/account/contact",
    title: "account.contact.title",
    text: "account.more.contact",
  },
  {
    to: "/account/keys",
    title: "account.keys.title",
    text: "account.more.keys",
  },
  {
    to: "/account/sessions",
    title: "account.sessions.title",
    text: "account.more.sessions",
  },
  {
    to: "/account/history",
    title: "account.history.title",
    text: "account.more.history",
  },
  {
    to: "/account/data",
    title: "account.data.title",
    text: "account.more.data",
  },
] as const;

/** The ways from the account to what belongs to it. */
export function Places({ t }: { t: Translate }) {
  return (
    <nav aria-labelledby="more">
      <h2 id="more">{t("account.more")}</h2>
      <ul class="ledger" role="list">
        {PLACES.map(({ to, title, text }) => (
          <li key={to}>
            <div>
              <h3>
                <a href={to}>{t(title)}</a>
              </h3>
              <p class="quiet small">{t(text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </nav>
  );
}
