import type { Translate } from "../../../lib/i18n/mod.ts";
import { AdminPage } from "../AdminPage.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface CodesPageProps {
  t: Translate;
  codes: readonly string[];
}

/** Recovery codes, the only time that they are shown. */
export function CodesPage({ t, codes }: CodesPageProps) {
  return (
    <AdminPage t={t} title={t("admin.codes.title")}>
      <div class="pane stack gap-5">
        <p>{t("admin.codes.lead")}</p>
        <ul class="codes" role="list">
          {codes.map((code, n) => (
            <li key={n}>
              <code {...UNTRANSLATED}>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a class="btn go" href="/admin/me">{t("admin.codes.kept")}</a>
        </p>
      </div>
    </AdminPage>
  );
}
