import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { MAIL_ADDRESS } from "../../form/mail_address.ts";
import { Select } from "../../form/Select.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { TextField } from "../../form/TextField.tsx";
import { Icon } from "../../Icon.tsx";
import { Honeypot } from "./Honeypot.tsx";

type Name = "about" | "text" | "address" | "website";

export interface ContactFormProps {
  t: Translate;
  /** Names this form, so that sending it twice is harmless. */
  form: string;
  /** An earlier message that this one goes with. */
  ticket: string | null;
  /** True where the answer can come to an inbox. */
  inbox: boolean;
  values: Partial<Record<Name, string>>;
  errors: Partial<Record<Name, string>>;
}

const ABOUT = ["call", "account", "privacy", "safety", "other"] as const;

export function ContactForm(props: ContactFormProps) {
  const { t, form, ticket, values, errors } = props;
  return (
    <form class="stack gap-5" method="post" action="/contact">
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="form" value={form} />
      {ticket && (
        <p>
          {t("contact.hint.again", { number: ticket })}
          <input type="hidden" name="ticket" value={ticket} />
        </p>
      )}
      <Select
        id="about"
        label={t("contact.about.label")}
        empty={t("contact.about.choose")}
        options={ABOUT.map((value) => ({
          value,
          label: t(`contact.about.${value}`),
        }))}
        chosen={values.about}
        required
        error={errors.about}
      />
      <TextArea
        id="text"
        label={t("contact.field.text")}
        hint={t("contact.hint.text")}
        text={values.text}
        dir="auto"
        rows={8}
        required
        error={errors.text}
      />
      <Address {...props} />
      <Honeypot t={t} value={values.website} error={errors.website} />
      <button class="btn go" type="submit">
        {t("contact.submit")} <Icon name="arrow" />
      </button>
    </form>
  );
}

function Address({ t, inbox, values, errors }: ContactFormProps) {
  const kind = inbox ? "addressOptional" : "address";
  return (
    <TextField
      id="address"
      label={t(`contact.field.${kind}`)}
      hint={t(`contact.hint.${kind}`)}
      {...MAIL_ADDRESS}
      required={!inbox}
      value={values.address}
      error={errors.address}
    />
  );
}
