import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { currentDocument } from "../../lib/consent/mod.ts";
import { CONTACT } from "../contact.ts";
import { MailLink } from "../Prose.tsx";
import { Frame } from "./frame.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

/** In an order in which short ones share a row on a phone. */
const LINKS = [
  { to: "/rules", name: "foot.rules" },
  { to: "/safety", name: "foot.safety" },
  { to: "/policies/cookies", name: "foot.cookies" },
  { to: "/privacy-choices", name: "foot.choices" },
  { to: "/contact", name: "foot.contact" },
  { to: "/accessibility", name: "foot.accessibility" },
  { to: "/account/return", name: "foot.return" },
  { to: "/privacy-choices#sale", name: "foot.sale" },
] as const;

export function Footer({ t }: { t: Translate }) {
  const { optedOut, unread, returnTo } = useContext(Frame);
  // Whoever is signed in has nowhere to return to.
  const links = LINKS.filter(({ name }) =>
    unread === null || name !== "foot.return"
  );
  const { version } = currentDocument("privacy");
  return (
    <footer class="foot">
      <nav aria-label={t("foot.label")}>
        <ul role="list">
          <li>
            <a href="/policies/privacy">{t("foot.policy", { version })}</a>
          </li>
          {links.map(({ to, name }) => (
            <li key={to}>
              <a href={name === "foot.return" ? returnTo : to}>{t(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {optedOut && <p class="state ok">{t("choice.sale.honoured")}</p>}
      <LanguageSwitch t={t} />
      <p>
        {t("foot.questions")} <MailLink address={CONTACT} />
      </p>
    </footer>
  );
}
