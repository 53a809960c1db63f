import type { Translate } from "../../lib/i18n/mod.ts";
import { Page } from "../layout/Page.tsx";
import { Ring } from "../Ring.tsx";

export interface ContactSentPageProps {
  t: Translate;
  number: string;
  /** Where the answer comes. */
  answer: "inbox" | "mail";
}

export function ContactSentPage({ t, number, answer }: ContactSentPageProps) {
  return (
    <Page t={t} title={t("contact.sent.title")}>
      <div class="page narrow stack gap-5">
        <Ring state="met" />
        <h1>{t("contact.sent.title")}</h1>
        <dl class="stack gap-2">
          <dt class="kicker">{t("contact.sent.number")}</dt>
          <dd class="number">
            <data value={number}>{number}</data>
          </dd>
        </dl>
        <p>{t(`contact.sent.${answer}`)} {t("contact.sent.keep")}</p>
        <p>
          <a href="/contact">{t("contact.again")}</a>
        </p>
      </div>
    </Page>
  );
}
