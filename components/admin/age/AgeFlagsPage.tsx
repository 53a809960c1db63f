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
  names: ReadonlyMap<string, string>;
  me: string;
  /** Where the next page is; null at the end. */
  next: string | null;
}

/** People of whom somebody said that they seem under 18, each held. */
export function AgeFlagsPage(props: AgeFlagsPageProps) {
  const { t, rows, next } = props;
  return (
    <AdminPage t={t} title={t("admin.age")}>
      {rows.length === 0
        ? <p class="pane quiet">{t("admin.age.none")}</p>
        : <Rows {...props} />}
      {next && (
        <p class="pane">
          <a class="btn" rel="next" href={next}>{t("admin.cases.more")}</a>
        </p>
      )}
    </AdminPage>
  );
}

function Rows({ t, now, rows, names, me }: AgeFlagsPageProps) {
  return (
    <table class="rows fold">
      <caption class="visually-hidden">{t("admin.age.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("admin.cases.case")}</th>
          <th scope="col">{t("admin.cases.number")}</th>
          <th scope="col">{t("admin.cases.due")}</th>
          <th scope="col">{t("admin.cases.with")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n}>
            <th scope="row" class="first">
              <a class="title" href={`/admin/age/${row.number}`}>
                {caseTitle(t, row)}
              </a>
            </th>
            <td class="minor">
              <code {...UNTRANSLATED}>{row.number}</code>
            </td>
            <td class="nowrap">
              <Due t={t} at={row.dueAt} now={now} />
            </td>
            <td class="nowrap quiet">
              <ClaimedBy {...{ t, names, me }} claim={row.claim} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
