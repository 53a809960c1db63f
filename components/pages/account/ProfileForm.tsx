import type { ContactView } from "../../../lib/accounts/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { Icon } from "../../Icon.tsx";
import { LanguagesField, type LanguagesFieldProps } from "./LanguagesField.tsx";

export interface ProfileFormProps
  extends Pick<LanguagesFieldProps, "languages" | "spoken" | "added"> {
  t: Translate;
  /** As kept, or as typed when the form comes back. */
  values: { version: string; username: string; interests: string };
  /** Address of the picture; null without one. */
  picture: string | null;
  contact: ContactView;
  errors?: Record<string, string>;
}

export function ProfileForm(props: ProfileFormProps) {
  const { t, values, errors = {} } = props;
  return (
    <form method="post" action="/account" class="stack">
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="version" value={values.version} />
      <div class="sheet-form">
        <TextField
          id="username"
          label={t("account.username")}
          hint={t("account.usernameHint")}
          autocomplete="nickname"
          dir="auto"
          value={values.username}
          error={errors.username}
        />
        <Picture t={t} picture={props.picture} />
        <TextField
          id="interests"
          label={t("account.interests")}
          hint={t("account.interestsHint")}
          autocomplete="off"
          dir="auto"
          value={values.interests}
          error={errors.interests}
        />
        <LanguagesField
          t={t}
          languages={props.languages}
          spoken={props.spoken}
          added={props.added}
          error={errors.languages}
        />
        <Contact t={t} contact={props.contact} />
      </div>
      <button class="btn go" type="submit" id="save">
        {t("account.save")} <Icon name="chevron" />
      </button>
    </form>
  );
}

/** The picture is sent by a form of its own. */
function Picture({ t, picture }: Pick<ProfileFormProps, "t" | "picture">) {
  return (
    <div class="field">
      <span class="label">{t("account.picture.title")}</span>
      <div class="portrait">
        {picture && (
          <img
            src={picture}
            width="88"
            height="88"
            alt={t("account.picture.alt")}
          />
        )}
        <a class="btn" href="/account/picture">
          {t(picture ? "account.picture.change" : "account.picture.add")}
        </a>
      </div>
      <p class="hint">{t("account.more.picture")}</p>
    </div>
  );
}

/** An address counts once its code came back: a page of its own does that. */
function Contact({ t, contact }: Pick<ProfileFormProps, "t" | "contact">) {
  const { address, pending } = contact;
  return (
    <div class="field">
      <span class="label">{t("account.contact.title")}</span>
      {address && <p class="breaks">{address}</p>}
      {pending && <p class="state warn">{t("account.contact.waiting")}</p>}
      <div class="actions">
        <a class="btn" href="/account/contact">
          {t(address ? "account.contact.change" : "account.contact.add")}
        </a>
        {address && (
          <a class="btn plain" href="/account/notices">{t("topics.title")}</a>
        )}
      </div>
      <p class="hint">{t("account.more.contact")}</p>
    </div>
  );
}
