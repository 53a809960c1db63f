import type { Translate } from "../../lib/i18n/mod.ts";
import { currentDocument } from "../../lib/consent/mod.ts";
import { CONTACT } from "../contact.ts";
import { MailLink } from "../Prose.tsx";

export function Footer({ t }: { t: Translate }) {
  const { version } = currentDocument("privacy");
  return (
    <footer class="foot">
      <nav aria-label={t("foot.label")}>
        <ul role="list">
          <li>
            <a href="/policies/privacy">{t("foot.policy", { version })}</a>
          </li>
          <li>
            <a href="/rules">{t("foot.rules")}</a>
          </li>
        </ul>
      </nav>
      <p>
        {t("foot.questions")} <MailLink address={CONTACT} />
      </p>
    </footer>
  );
}
