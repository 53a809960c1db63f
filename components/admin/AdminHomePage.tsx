import type { Translate } from "../../lib/i18n/mod.ts";
import { AdminPage } from "./AdminPage.tsx";

/** What waits for the staff. */
export function AdminHomePage({ t }: { t: Translate }) {
  return (
    <AdminPage t={t} title={t("admin.home")}>
      <div class="pane">
        <p class="quiet">{t("admin.empty")}</p>
      </div>
    </AdminPage>
  );
}
