import type { Translate } from "../../../lib/i18n/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { Places } from "./Places.tsx";
import { ProfileForm, type ProfileFormProps } from "./ProfileForm.tsx";

export interface AccountPageProps extends ProfileFormProps {
  t: Translate;
  saved?: boolean;
}

export function AccountPage({ t, saved, ...form }: AccountPageProps) {
  return (
    <Page t={t} title={t("account.title")}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <h1>{t("account.title")}</h1>
          <p class="lead">{t("account.lead")}</p>
        </header>
        <div class="split">
          <section class="stack">
            <h2>{t("account.profile")}</h2>
            {saved && <p class="state ok" role="status">{t("account.saved")}
            </p>}
            <ProfileForm t={t} {...form} />
          </section>
          <Places t={t} />
        </div>
      </div>
    </Page>
  );
}
