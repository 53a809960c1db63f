import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { AdminPage } from "../AdminPage.tsx";

export interface WelcomePageProps {
  t: Translate;
  passkeys: number;
}

/** After the first passkey: a second one is advised, then come the codes. */
export function WelcomePage({ t, passkeys }: WelcomePageProps) {
  return (
    <AdminPage t={t} title={t("admin.welcome.title")}>
      <div class="pane stack gap-5">
        <section class="stack gap-3">
          <h2>{t("admin.me.passkeys")}</h2>
          <p class="state ok">
            <Icon name="check" /> {t("admin.welcome.made", { count: passkeys })}
          </p>
          {passkeys < 2 && (
            <>
              <p>{t("admin.me.second")}</p>
              <form method="post" action="/admin/me">
                <button class="btn" type="submit">
                  <Icon name="key" /> {t("admin.welcome.second")}
                </button>
              </form>
            </>
          )}
        </section>
        <section class="stack gap-3">
          <h2>{t("admin.codes.title")}</h2>
          <p>{t("admin.welcome.codes")}</p>
          <form method="post" action="/admin/me/codes">
            <button class="btn go" type="submit">
              {t("admin.codes.make")}
            </button>
          </form>
        </section>
      </div>
    </AdminPage>
  );
}
