import { Head } from "fresh/runtime";
import type { Translate } from "../../lib/i18n/mod.ts";

/** What waits for the staff. */
export function AdminHomePage({ t }: { t: Translate }) {
  return (
    <>
      <Head>
        <title>{t("admin.title", { page: t("admin.home") })}</title>
      </Head>
      <div class="page stack">
        <h1>{t("admin.home")}</h1>
        <p class="quiet">{t("admin.empty")}</p>
      </div>
    </>
  );
}
