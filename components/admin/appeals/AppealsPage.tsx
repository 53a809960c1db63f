import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { AppealRow } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { ClaimedBy } from "../cases/Claims.tsx";
import { Due } from "../cases/Due.tsx";
import { measureNames } from "../cases/words.ts";

export interface AppealsPageProps {
  t: Translate;
  now: number;
  rows: readonly AppealRow[];
  names: ReadonlyMap<string, string>;
  me: string;
  next: string | null;
}

/** Appeals that wait for an answer, each with its clock. */
export function AppealsPage(props: AppealsPageProps) {
  const { t, rows, next } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.appeals")}
      head={
        <span class="quiet" data-live="open">
          {t("admin.cases.open", { count: rows.length })}
        </span>
      }
    >
      <div data-live="list">
        {rows.length === 0
          ? <p class="pane quiet">{t("admin.appeals.none")}</p>
          : <Rows {...props} />}
      </div>
      {next && (
        <p class="pane">
          <a class="btn" rel="next" href={next}>{t("admin.appeals.more")}</a>
        </p>
      )}
      <PageKeys />
    </AdminPage>
  );
}

function Rows({ t, now, rows, names, me }: AppealsPageProps) {
  return (
    <table class="rows fold" role="table">
      <caption class="visually-hidden">{t("admin.appeals.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.appeals.decision")}</th>
          <th role="columnheader" scope="col">{t("admin.cases.number")}</th>
          <th role="columnheader" scope="col">{t("admin.appeals.by")}</th>
          <th role="columnheader" scope="col">{t("admin.cases.due")}</th>
          <th role="columnheader" scope="col">{t("admin.cases.with")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ appeal, decision, claim }, n) => (
          <tr role="row" key={n} data-row={appeal.id}>
            <th role="rowheader" scope="row" class="first">
              <a class="title" href={`/admin/appeals/${appeal.id}`}>
                {measureNames(t, decision.measures)}
              </a>
              {decision.staff === me && (
                <span class="quiet">{` ${t("admin.appeals.yours")}`}</span>
              )}
            </th>
            <td role="cell" class="minor">
              <code {...UNTRANSLATED}>{appeal.case}</code>
            </td>
            <td role="cell">{t(`admin.appeals.by.${appeal.by}`)}</td>
            <td role="cell" class="nowrap">
              {appeal.state === "asked"
                ? t("admin.appeals.asked")
                : <Due t={t} at={appeal.openDueAt} now={now} />}
            </td>
            <td role="cell" class="nowrap quiet">
              <ClaimedBy {...{ t, names, me, claim }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
