import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { AdminPage } from "../AdminPage.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface CodesPageProps {
  t: Translate;
  codes: readonly string[];
  /** Buttons to copy and to print them. */
  children: ComponentChildren;
}

/** Recovery codes, the only time that they are shown. */
export function CodesPage({ t, codes, children }: CodesPageProps) {
  const text = encodeURIComponent(codes.join("\n"));
  return (
    <AdminPage t={t} title={t("admin.codes.title")}>
      <div class="pane stack gap-5">
        <p>{t("admin.codes.lead")}</p>
        <ol class="codes" role="list">
          {codes.map((code, n) => (
            <li key={n}>
              <code {...UNTRANSLATED}>{code}</code>
            </li>
          ))}
        </ol>
        {children}
        <p>
          <a
            class="btn"
            href={`data:text/plain;charset=utf-8,${text}`}
            download="millo-recovery-codes.txt"
          >
            <Icon name="download" /> {t("admin.codes.save")}
          </a>
        </p>
        <form method="get" action="/admin" class="stack gap-3">
          <label class="check">
            <input type="checkbox" required />
            <span>{t("admin.codes.kept")}</span>
          </label>
          <p>
            <button class="btn go" type="submit">{t("admin.codes.on")}</button>
          </p>
        </form>
      </div>
    </AdminPage>
  );
}
