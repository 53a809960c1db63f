import type { Translate } from "../../../lib/i18n/mod.ts";
import type { ContactView } from "../../../lib/accounts/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { MAIL_ADDRESS } from "../../form/mail_address.ts";
import { TextField } from "../../form/TextField.tsx";
import { AccountFrame } from "./AccountFrame.tsx";

export interface ContactPageProps {
  t: Translate;
  contact: ContactView;
  /** As typed, when the form comes back. */
  typed?: string;
  errors?: Record<string, string>;
}

export function ContactPage(props: ContactPageProps) {
  const { t, contact: { address, pending }, typed, errors = {} } = props;
  return (
    <AccountFrame
      t={t}
      title={t("account.contact.title")}
      lead={t("account.contact.lead")}
    >
      <dl class="facts">
        <div>
          <dt>{t("account.contact.now")}</dt>
          <dd class="breaks">{address ?? t("account.contact.none")}</dd>
        </div>
      </dl>
      <ErrorSummary t={t} errors={errors} />
      {pending && <CodeForm t={t} pending={pending} error={errors.code} />}
      <form method="post" action="/account/contact" class="stack gap-5">
        <TextField
          id="address"
          {...MAIL_ADDRESS}
          label={t("account.contact.field")}
          required
          value={typed ?? ""}
          error={errors.address}
        />
        <button class={pending ? "btn" : "btn go"} type="submit">
          {t("account.contact.ask")}
        </button>
      </form>
      {(address ?? pending) !== null && (
        <form method="post" action="/account/contact/removal">
          <button class="btn" type="submit">
            {t("account.contact.remove")}
          </button>
        </form>
      )}
    </AccountFrame>
  );
}

function CodeForm(
  { t, pending, error }: { t: Translate; pending: string; error?: string },
) {
  return (
    <form method="post" action="/account/contact/code" class="stack gap-5">
      <TextField
        id="code"
        label={t("account.contact.code")}
        hint={t("account.contact.codeHint", { address: pending })}
        inputMode="numeric"
        autocomplete="one-time-code"
        required
        error={error}
      />
      <button class="btn go" type="submit">
        {t("account.contact.confirm")}
      </button>
    </form>
  );
}
