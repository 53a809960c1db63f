import type { ComponentChildren } from "preact";
import PageKeys from "../../../islands/PageKeys.tsx";
import type { OwnWorkRow } from "../../../lib/http/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Appeal, Case, Waiting } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { Due } from "../cases/Due.tsx";
import { caseTitle } from "../cases/words.ts";
import {
  OnCallNow,
  type OnCallView,
  type Today,
  TodayFigures,
} from "./Beside.tsx";
import { Late } from "./Late.tsx";
import { OwnWorkList } from "./OwnWorkList.tsx";
import { SystemState, type SystemView } from "./SystemState.tsx";

export interface AdminHomePageProps {
  t: Translate;
  locale: string;
  now: number;
  /** Each null for what is none of theirs. */
  cases: Waiting<Case> | null;
  appeals: Waiting<Appeal> | null;
  ageFlags: Waiting<Case> | null;
  onCall: OnCallView | null;
  today: Today | null;
  system: SystemView | null;
  mayTake: boolean;
  /** What waits for them by name. */
  own: readonly OwnWorkRow[];
}

/** What waits for the staff, area by area and by name, and how things stand. */
export function AdminHomePage(props: AdminHomePageProps) {
  const { t, cases, appeals, ageFlags, mayTake } = props;
  const areas = [cases, appeals, ageFlags].filter((one) => one !== null);
  const counts = {
    open: areas.reduce((sum, { open }) => sum + open, 0),
    late: areas.reduce((sum, { late }) => sum + late, 0),
  };
  return (
    <AdminPage
      t={t}
      title={t("admin.home")}
      head={
        <>
          {areas.length > 0 && (
            <span class="quiet" data-live="counts">
              {t("admin.home.counts", counts)}
            </span>
          )}
          {mayTake && (
            <form class="push" method="post" action="/admin/cases/next">
              <button class="btn go" type="submit" aria-keyshortcuts="Enter">
                {t("admin.home.take")} <kbd aria-hidden="true">↵</kbd>
              </button>
            </form>
          )}
        </>
      }
    >
      <PageKeys />
      <div class="bench" data-live="home">
        <div>
          {areas.length > 0
            ? <Areas {...props} />
            : <p class="pane quiet">{t("admin.empty")}</p>}
          <Lists {...props} />
        </div>
        <Beside {...props} />
      </div>
    </AdminPage>
  );
}

function Lists(props: AdminHomePageProps) {
  const { own, cases, appeals, ageFlags } = props;
  const isLate = [cases, appeals, ageFlags].some((one) => one?.late);
  if (own.length === 0 && !isLate) return null;
  return (
    <div class="pane">
      <OwnWorkList {...props} />
      <Late {...props} />
    </div>
  );
}

function Beside({ t, locale, now, onCall, today, system }: AdminHomePageProps) {
  if (!onCall && !today && !system) return null;
  return (
    <aside class="pane" aria-label={t("admin.home.beside")}>
      {onCall && <OnCallNow t={t} locale={locale} onCall={onCall} />}
      {system && (
        <SystemState
          t={t}
          locale={locale}
          now={now}
          system={system}
        />
      )}
      {today && <TodayFigures t={t} today={today} />}
    </aside>
  );
}

function Areas({ t, now, cases, appeals, ageFlags }: AdminHomePageProps) {
  return (
    <table role="table" class="rows fold tall">
      <caption class="visually-hidden">{t("admin.home.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.home.area")}</th>
          <th role="columnheader" scope="col">{t("admin.home.open")}</th>
          <th role="columnheader" scope="col">{t("admin.home.late")}</th>
          <th role="columnheader" scope="col">{t("admin.home.next")}</th>
          <th role="columnheader" scope="col">{t("admin.home.what")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cases && (
          <Area
            {...{ t, now }}
            name={t("admin.cases")}
            to="/admin/cases"
            waiting={cases}
          >
            {cases.next && (
              <a href={`/admin/cases/${cases.next.item.number}`}>
                {caseTitle(t, cases.next.item)}
              </a>
            )}
          </Area>
        )}
        {appeals && (
          <Area
            {...{ t, now }}
            name={t("admin.appeals")}
            to="/admin/appeals"
            waiting={appeals}
          >
            {appeals.next && (
              <a href={`/admin/appeals/${appeals.next.item.id}`}>
                <code {...UNTRANSLATED}>{appeals.next.item.case}</code>
              </a>
            )}
          </Area>
        )}
        {ageFlags && (
          <Area
            {...{ t, now }}
            name={t("admin.age")}
            to="/admin/age"
            waiting={ageFlags}
          >
            {ageFlags.next && (
              <a href={`/admin/age/${ageFlags.next.item.number}`}>
                <code {...UNTRANSLATED}>{ageFlags.next.item.number}</code>
              </a>
            )}
          </Area>
        )}
      </tbody>
    </table>
  );
}

function Area(
  { t, now, name, to, waiting, children }: {
    t: Translate;
    now: number;
    name: string;
    to: string;
    waiting: Waiting<unknown>;
    children: ComponentChildren;
  },
) {
  const { open, late, next } = waiting;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="first">
        <a class="title" href={to}>{name}</a>
      </th>
      <td role="cell" class="num">
        {open}
        <span class="folded">{` ${t("admin.home.openShort")}`}</span>
      </td>
      <td role="cell" class={late === 0 ? "num minor" : "num"}>
        {late === 0 ? t("admin.home.none") : <strong>{late}</strong>}
        {late > 0 && (
          <span class="folded">{` ${t("admin.home.lateShort")}`}</span>
        )}
      </td>
      <td role="cell" class="nowrap">
        <Due t={t} at={next?.dueAt ?? null} now={now} />
      </td>
      <td role="cell" class="whole">{children}</td>
    </tr>
  );
}
