import type { Translate } from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { Page } from "../layout/Page.tsx";
import { MailLink } from "../Prose.tsx";
import { ContactForm, type ContactFormProps } from "./contact/ContactForm.tsx";

export interface ContactPageProps extends ContactFormProps {
  t: Translate;
  /** Whether an answer can come at all: by mail, or to an inbox. */
  answerable: boolean;
}

export function ContactPage({ answerable, ...form }: ContactPageProps) {
  const { t } = form;
  return (
    <Page t={t} title={t("contact.title")}>
      <div class="page narrow stack gap-5">
        <h1>{t("contact.title")}</h1>
        <p class="lead">{t("contact.lead")}</p>
        {answerable || form.values.text
          ? <ContactForm {...form} />
          : <p>{t("contact.noMail")}</p>}
        <p>
          {t("contact.direct")} <MailLink address={CONTACT} />
        </p>
      </div>
    </Page>
  );
}
