import type { ComponentChildren } from "preact";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { Appeal, Case, Waiting } from "../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../untranslated.ts";
import { AdminPage } from "./AdminPage.tsx";
import { Due } from "./cases/Due.tsx";
import { caseTitle } from "./cases/words.ts";

export interface AdminHomePageProps {
  t: Translate;
  now: number;
  /** Null for what is none of theirs. */
  cases: Waiting<Case> | null;
  appeals: Waiting<Appeal> | null;
  ageFlags: Waiting<Case> | null;
  mayTake: boolean;
}

/** What waits for the staff, area by area. */
export function AdminHomePage(props: AdminHomePageProps) {
  const { t, cases, appeals, ageFlags, mayTake } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.home")}
      head={mayTake && (
        <form class="push" method="post" action="/admin/cases/next">
          <button class="btn go" type="submit">{t("admin.home.take")}</button>
        </form>
      )}
    >
      <div data-live="areas">
        {cases || appeals || ageFlags
          ? <Areas {...props} />
          : <p class="pane quiet">{t("admin.empty")}</p>}
      </div>
    </AdminPage>
  );
}

function Areas({ t, now, cases, appeals, ageFlags }: AdminHomePageProps) {
  return (
    <table class="rows fold tall">
      <caption class="visually-hidden">{t("admin.home.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("admin.home.area")}</th>
          <th scope="col">{t("admin.home.open")}</th>
          <th scope="col">{t("admin.home.late")}</th>
          <th scope="col">{t("admin.home.next")}</th>
          <th scope="col">{t("admin.home.what")}</th>
        </tr>
      </thead>
      <tbody>
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
    <tr>
      <th scope="row" class="first">
        <a class="title" href={to}>{name}</a>
      </th>
      <td class="num">{open}</td>
      <td class="num">
        {late === 0 ? t("admin.home.none") : <strong>{late}</strong>}
      </td>
      <td class="nowrap">
        <Due t={t} at={next?.dueAt ?? null} now={now} />
      </td>
      <td class="whole">{children}</td>
    </tr>
  );
}
