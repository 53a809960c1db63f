import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { CaseFilter, CaseRow, ReasonId } from "../../../lib/safety/mod.ts";
import { FilterForm } from "../../form/FilterForm.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { ClaimedBy } from "./Claims.tsx";
import { Due } from "./Due.tsx";
import { caseTitle, TONES } from "./words.ts";

export interface CasesPageProps {
  t: Translate;
  now: number;
  filter: CaseFilter;
  rows: readonly CaseRow[];
  /** Names of colleagues, by id. */
  names: ReadonlyMap<string, string>;
  me: string;
  /** How many wait in all, and whether there are more than were counted. */
  open: { count: number; more: boolean };
  reasons: readonly ReasonId[];
  /** Where the next page is; null at the end. */
  next: string | null;
  /** A number that no case has, as it was searched for. */
  missing: string | null;
  /** The case that was just decided. */
  decided: string | null;
}

const VIEWS = ["all", "mine", "second", "later", "late", "closed"] as const;

/** The queue of cases: what is next, and who has what. */
export function CasesPage(props: CasesPageProps) {
  const { t, open, rows, next, missing, decided } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.cases")}
      head={
        <>
          <span class="quiet" data-live="open">
            {t(open.more ? "admin.cases.openMore" : "admin.cases.open", {
              count: open.count,
            })}
          </span>
          <form class="push" method="post" action="/admin/cases/next">
            <button class="btn go" type="submit" aria-keyshortcuts="Enter">
              {t("admin.cases.next")} <kbd aria-hidden="true">↵</kbd>
            </button>
          </form>
        </>
      }
    >
      <Views {...props} />
      <Filters {...props} />
      {decided !== null && (
        <p class="note ok" role="status">
          <span>
            {t("admin.cases.decided", { number: decided })}{" "}
            <a href={`/admin/cases/${decided}`}>
              {t("admin.cases.decidedOpen")}
            </a>
          </span>
        </p>
      )}
      {missing !== null && (
        <p class="note warn" role="status">
          {t("admin.cases.missing", { number: missing })}
        </p>
      )}
      <div data-live="list">
        {rows.length === 0
          ? <p class="pane quiet">{t("admin.cases.none")}</p>
          : <Rows {...props} />}
      </div>
      {next && (
        <p class="pane">
          <a class="btn" rel="next" href={next}>{t("admin.cases.more")}</a>
        </p>
      )}
      <PageKeys />
    </AdminPage>
  );
}

function Views({ t, filter }: CasesPageProps) {
  return (
    <nav class="filters" aria-label={t("admin.cases.views")}>
      {VIEWS.map((view) => (
        <a
          key={view}
          href={addressOf({ ...filter, view })}
          aria-current={view === filter.view ? "page" : "false"}
        >
          {t(`admin.cases.view.${view}`)}
        </a>
      ))}
    </nav>
  );
}

function addressOf({ view, reason }: CaseFilter): string {
  const query = new URLSearchParams({ view, ...(reason ? { reason } : {}) });
  return `/admin/cases?${query}`;
}

function Filters({ t, filter, reasons }: CasesPageProps) {
  return (
    <FilterForm
      action="/admin/cases"
      filters={[{
        name: "reason",
        label: t("admin.cases.reason"),
        any: t("admin.cases.anyReason"),
        options: reasons.map((value) => ({
          value,
          label: t(`report.reason.${value}`),
        })),
        chosen: filter.reason ?? undefined,
      }]}
      keeps={{ view: filter.view }}
      search={{ name: "number", label: t("admin.cases.search") }}
      submit={t("admin.cases.filter")}
      clear={t("admin.cases.clear")}
    />
  );
}

function Rows(props: CasesPageProps) {
  const { t, rows, now } = props;
  return (
    <table class="rows fold">
      <caption class="visually-hidden">{t("admin.cases.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("admin.cases.case")}</th>
          <th scope="col">{t("admin.cases.number")}</th>
          <th scope="col">{t("admin.cases.harm")}</th>
          <th scope="col">{t("admin.cases.due")}</th>
          <th scope="col">{t("admin.cases.score")}</th>
          <th scope="col">{t("admin.cases.with")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n} data-row={row.number}>
            <th scope="row" class="first">
              <a class="title" href={`/admin/cases/${row.number}`}>
                {caseTitle(t, row)}
              </a>
              {row.openAppeals > 0 && (
                <span class="state warn">
                  {` ${t("admin.cases.appealed")}`}
                </span>
              )}
            </th>
            <td class="minor">
              <code {...UNTRANSLATED}>{row.number}</code>
            </td>
            <td>
              <span class={`harm ${TONES[row.severity]}`}>
                {t(`admin.severity.${row.severity}`)}
              </span>
            </td>
            <td class="nowrap">
              <Due t={t} at={row.dueAt} now={now} />
            </td>
            <td class="num">{row.score}</td>
            <td class="nowrap quiet">
              <With {...props} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function With(
  { t, names, me, row }: CasesPageProps & { row: CaseRow },
) {
  if (row.secondOpinion) return <>{t("admin.cases.second")}</>;
  return <ClaimedBy {...{ t, names, me }} claim={row.claim} />;
}
