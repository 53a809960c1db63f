import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { QueueView, SavedViews } from "../../../lib/http/mod.ts";
import type { CaseFilter, CaseRow, ReasonId } from "../../../lib/safety/mod.ts";
import { FilterForm } from "../../form/FilterForm.tsx";
import { TextField } from "../../form/TextField.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { ClaimedBy } from "./Claims.tsx";
import { Due } from "./Due.tsx";
import { caseTitle, TONES } from "./words.ts";

/** A count that ends somewhere: it may stand for that many or more. */
type Counted = NonNullable<QueueView["count"]>;

export interface CasesPageProps {
  t: Translate;
  now: number;
  filter: CaseFilter;
  rows: readonly CaseRow[];
  /** Names of colleagues, by id. */
  names: ReadonlyMap<string, string>;
  me: string;
  /** Whether whoever looks may decide several cases at once. */
  mayBulk: boolean;
  views: readonly QueueView[];
  saved: SavedViews;
  /** How many are open. */
  open: Counted;
  /** Where the next case of what is shown is taken. */
  takeNext: string;
  reasons: readonly ReasonId[];
  /** Where the next page is; null at the end. */
  next: string | null;
  /** A number that no case has, as it was searched for. */
  missing: string | null;
  /** The case that was just decided. */
  decided: string | null;
  values?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, string>>;
}

const COLUMNS = ["case", "number", "harm", "due", "score", "with"] as const;

/** The queue of cases: what is next, and who has what. */
export function CasesPage(props: CasesPageProps) {
  const { t, open, takeNext, rows, next, missing, decided } = props;
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
          <form class="push" method="post" action={takeNext}>
            <button class="btn go" type="submit" aria-keyshortcuts="Enter">
              {t("admin.cases.next")} <kbd aria-hidden="true">↵</kbd>
            </button>
          </form>
        </>
      }
    >
      <Views {...props} />
      <Saved {...props} />
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
      {props.mayBulk && rows.length > 0 && (
        <form id="bulk" method="post" action="/admin/cases/bulk" class="pane">
          <button class="btn" type="submit">{t("admin.bulk.open")}</button>
        </form>
      )}
      <div data-live="list">
        {rows.length === 0 ? <None {...props} /> : <Rows {...props} />}
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

/** An end that was not reached is not called one. */
function None({ t, next }: CasesPageProps) {
  return (
    <p class="pane quiet">
      {t(next === null ? "admin.cases.none" : "admin.cases.noneYet")}
    </p>
  );
}

function Views({ t, views }: CasesPageProps) {
  return (
    <nav
      class="filters"
      aria-label={t("admin.cases.views")}
      data-live="views"
    >
      {views.map(({ view, href, isHere, count }) => (
        <a key={view} href={href} aria-current={isHere ? "page" : "false"}>
          {t(`admin.cases.view.${view}`)}
          {count && <Tally t={t} {...count} />}
        </a>
      ))}
    </nav>
  );
}

/** The views of one's own, and how another is saved or removed. */
function Saved({ t, saved, values = {}, errors = {} }: CasesPageProps) {
  const { views, save, removal } = saved;
  const here = views.find(({ isHere }) => isHere);
  if (views.length === 0 && save === null) return null;
  return (
    <div class="filters">
      {views.length > 0 && (
        <nav class="filters" aria-label={t("admin.cases.saved")}>
          {views.map(({ name, href, isHere }) => (
            <a
              key={name}
              href={href}
              aria-current={isHere ? "page" : "false"}
              {...UNTRANSLATED}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {here && (
        <form method="post" action={removal}>
          <input type="hidden" name="name" value={here.name} />
          <button class="btn" type="submit">
            {t("admin.cases.save.remove", { name: here.name })}
          </button>
        </form>
      )}
      {save !== null && (
        <details open={errors.name !== undefined}>
          <summary>{t("admin.cases.save")}</summary>
          <form method="post" action={save} class="stack gap-2">
            <TextField
              id="name"
              label={t("admin.cases.save.name")}
              value={values.name}
              error={errors.name}
              autocomplete="off"
              required
            />
            <p>
              <button class="btn" type="submit">
                {t("admin.cases.save.act")}
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}

/** How many wait in a view. */
function Tally({ t, count, more }: { t: Translate } & Counted) {
  const name = more ? "admin.cases.tallyMore" : "admin.cases.tally";
  return <span class="num quiet">{` ${t(name, { count })}`}</span>;
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
      search={{ name: "number", label: t("admin.cases.search"), key: "/" }}
      submit={t("admin.cases.filter")}
      clear={t("admin.cases.clear")}
    />
  );
}

function Rows(props: CasesPageProps) {
  const { t, rows, now } = props;
  return (
    <table class="rows fold" role="table">
      <caption class="visually-hidden">{t("admin.cases.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {t(`admin.cases.${name}`)}
            </th>
          ))}
          {props.mayBulk && (
            <th scope="col" role="columnheader" class="end">
              {t("admin.bulk.column")}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, n) => (
          <tr key={n} role="row" data-row={row.number}>
            <th scope="row" role="rowheader" class="first">
              <a class="title" href={`/admin/cases/${row.number}`}>
                {caseTitle(t, row)}
              </a>
              {row.openAppeals > 0 && (
                <span class="state warn">
                  {` ${t("admin.cases.appealed")}`}
                </span>
              )}
            </th>
            <td class="minor" role="cell">
              <code {...UNTRANSLATED}>{row.number}</code>
            </td>
            <td role="cell">
              <span class={`harm ${TONES[row.severity]}`}>
                {t(`admin.severity.${row.severity}`)}
              </span>
            </td>
            <td class="nowrap" role="cell">
              <Due t={t} at={row.dueAt} now={now} />
            </td>
            <td class="num" role="cell">{row.score}</td>
            <td class="nowrap quiet" role="cell">
              <With {...props} row={row} />
            </td>
            {props.mayBulk && (
              <td role="cell" class="end">
                <input
                  type="checkbox"
                  name="cases"
                  value={row.number}
                  form="bulk"
                  aria-label={t("admin.bulk.choose", { number: row.number })}
                />
              </td>
            )}
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
