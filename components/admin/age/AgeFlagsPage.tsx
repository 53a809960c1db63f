import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { CaseRow } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { ClaimedBy } from "../cases/Claims.tsx";
import { Due } from "../cases/Due.tsx";
import { caseTitle } from "../cases/words.ts";

export interface AgeFlagsPageProps {
  t: Translate;
  now: number;
  rows: readonly CaseRow[];
  /** Those that wait for an age check. */
  waiting: readonly CaseRow[];
  names: ReadonlyMap<string, string>;
  me: string;
  /** Where the next page is; null at the end. */
  next: string | null;
}

/** People of whom somebody said that they seem under 18, each held. */
export function AgeFlagsPage(props: AgeFlagsPageProps) {
  const { t, rows, waiting, next } = props;
  return (
    <AdminPage t={t} title={t("admin.age")}>
      <div data-live="list">
        {rows.length === 0
          ? <p class="pane quiet">{t("admin.age.none")}</p>
          : <Rows {...props} caption={t("admin.age.caption")} />}
      </div>
      {next && (
        <p class="pane">
          <a class="btn" rel="next" href={next}>{t("admin.cases.more")}</a>
        </p>
      )}
      <div data-live="waiting">
        {waiting.length > 0 && (
          <Rows
            {...props}
            rows={waiting}
            caption={t("admin.age.waiting")}
            isWaiting
          />
        )}
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Rows(
  { t, now, rows, names, me, caption, isWaiting = false }: AgeFlagsPageProps & {
    caption: string;
    isWaiting?: boolean;
  },
) {
  return (
    <table class="rows fold" role="table">
      <caption class={isWaiting ? undefined : "visually-hidden"}>
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.cases.case")}</th>
          <th role="columnheader" scope="col">{t("admin.cases.number")}</th>
          <th role="columnheader" scope="col">
            {t(isWaiting ? "admin.age.until" : "admin.cases.due")}
          </th>
          <th role="columnheader" scope="col">{t("admin.cases.with")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, n) => (
          <tr role="row" key={n} data-row={row.number}>
            <th role="rowheader" scope="row" class="first">
              <a class="title" href={`/admin/age/${row.number}`}>
                {caseTitle(t, row)}
              </a>
            </th>
            <td role="cell" class="minor">
              <code {...UNTRANSLATED}>{row.number}</code>
            </td>
            <td role="cell" class="nowrap">
              <Due
                t={t}
                at={isWaiting ? row.snoozedUntil : row.dueAt}
                now={now}
              />
            </td>
            <td role="cell" class="nowrap quiet">
              <ClaimedBy {...{ t, names, me }} claim={row.claim} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
