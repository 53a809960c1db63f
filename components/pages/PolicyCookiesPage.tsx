import type { COOKIES } from "../../lib/http/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Page } from "../layout/Page.tsx";
import { DataTable } from "./policy/DataTable.tsx";

export interface PolicyCookiesPageProps {
  t: Translate;
  cookies: typeof COOKIES;
}

/** Every cookie that Millo sets, from the list that the server sets them by. */
export function PolicyCookiesPage({ t, cookies }: PolicyCookiesPageProps) {
  return (
    <Page t={t} title={t("cookies.title")}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <h1>{t("cookies.title")}</h1>
          <p class="lead">{t("cookies.lead")}</p>
        </header>
        <DataTable
          t={t}
          kind="table"
          caption={t("cookies.caption")}
          columns={[
            t("cookies.name"),
            t("cookies.why"),
            t("cookies.holds"),
            t("cookies.length"),
          ]}
          rows={cookies.map(({ name, days }) => [
            `millo_${name}`,
            t(`cookies.${name}.why`),
            t(`cookies.${name}.holds`),
            t("cookies.days", { days }),
          ])}
        />
        <div class="prose">
          <p>{t("cookies.host")}</p>
          <p>{t("cookies.none")}</p>
        </div>
      </div>
    </Page>
  );
}
