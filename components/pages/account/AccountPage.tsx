import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { AccountArea } from "./AccountArea.tsx";
import { ProfileForm, type ProfileFormProps } from "./ProfileForm.tsx";

export interface AccountPageProps extends ProfileFormProps {
  t: Translate;
  saved?: boolean;
  /** Whether a passkey or a recovery code could bring the person back. */
  wayBack: boolean;
}

/** What a person says about themselves, beside what follows from it. */
export function AccountPage(props: AccountPageProps) {
  const { t, saved, wayBack, ...form } = props;
  return (
    <AccountArea
      t={t}
      title={t("account.title")}
      lead={t("account.lead")}
    >
      <div class="split aside">
        <section class="stack" aria-label={t("account.profile")}>
          {saved && (
            <p class="state ok" role="status">
              <Icon name="check" /> {t("account.saved")}
            </p>
          )}
          <ProfileForm t={t} {...form} />
        </section>
        <aside class="stack gap-5" aria-label={t("account.aside")}>
          <Seen t={t} />
          <WayBack t={t} wayBack={wayBack} />
          <section class="stack gap-3 leave">
            <h2>{t("account.leave.title")}</h2>
            <p class="quiet small">{t("account.leave.text")}</p>
            <a class="btn danger" href="/account/data/erasure">
              {t("account.leave.act")}
            </a>
          </section>
        </aside>
      </div>
    </AccountArea>
  );
}

function Seen({ t }: { t: Translate }) {
  return (
    <section class="note calm">
      <Icon name="eye" />
      <h2>{t("account.seen.title")}</h2>
      <p>{t("account.seen.text")}</p>
    </section>
  );
}

function WayBack({ t, wayBack }: Pick<AccountPageProps, "t" | "wayBack">) {
  const key = wayBack ? "saved" : "none";
  return (
    <section class={wayBack ? "note ok" : "note warn"}>
      <Icon name={wayBack ? "check" : "alert"} />
      <h2>{t(`account.wayBack.${key}.title`)}</h2>
      <p>
        {t(`account.wayBack.${key}.text`)}{" "}
        <a href="/account/keys">{t(`account.wayBack.${key}.link`)}</a>
      </p>
    </section>
  );
}
