import type { Translate } from "../../../lib/i18n/mod.ts";
import type { BulkDoneData } from "../../../lib/http/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";

export interface BulkDonePageProps extends BulkDoneData {
  t: Translate;
  locale: string;
  /** Cases that were left out, as the answer to the form says. */
  left: number;
}

/** What was decided at once, and how it is taken back. */
export function BulkDonePage(props: BulkDonePageProps) {
  const { t, locale, id, measure, rule, facts, rows, undoable, left } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.bulk.done", { count: rows.length })}
      head={<a class="push" href="/admin/cases">{t("admin.bulk.back")}</a>}
    >
      <div class="pane stack gap-5">
        {left > 0 && (
          <p class="note warn" role="status">
            {t("admin.bulk.someLeft", { count: left })}
          </p>
        )}
        <dl class="facts">
          <div>
            <dt>{t("admin.bulk.measure")}</dt>
            <dd>{t(`admin.measure.${measure}`)}</dd>
          </div>
          {rule && (
            <div>
              <dt>{t("admin.case.rule")}</dt>
              <dd>{t(`rule.${rule}`)}</dd>
            </div>
          )}
          <div>
            <dt>{t("admin.bulk.facts")}</dt>
            <dd {...UNTRANSLATED}>{facts}</dd>
          </div>
        </dl>
        <ul class="ledger" role="list">
          {rows.map(({ number, state }) => (
            <li key={number}>
              <a href={`/admin/cases/${number}`} {...UNTRANSLATED}>{number}</a>
              {state !== "in_force" && (
                <span class="quiet">{t("admin.bulk.undone")}</span>
              )}
            </li>
          ))}
        </ul>
        {undoable !== null && (
          <form
            method="post"
            action={`/admin/cases/bulk/${id}/undo`}
            class="stack gap-2"
          >
            <p>
              <button class="btn" type="submit">{t("admin.bulk.undo")}</button>
            </p>
            <p class="hint">
              {t("admin.bulk.undoUntil")}{" "}
              <Moment at={undoable} locale={locale} />
            </p>
          </form>
        )}
      </div>
    </AdminPage>
  );
}
