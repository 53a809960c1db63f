import type { ComponentChildren } from "preact";
import { Due } from "../cases/Due.tsx";
import { caseTitle } from "../cases/words.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import type { AdminHomePageProps } from "./AdminHomePage.tsx";

interface LateRow {
  key: string;
  to: string;
  title: string;
  number: string;
  dueAt: number;
}

/** What is past its time, area by area; null where nothing is. */
export function Late(props: AdminHomePageProps) {
  const { t, now } = props;
  const rows = lateRows(props);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("admin.home.late")}</h2>
      <ul class="ledger tight" role="list">
        {rows.map(({ key, to, title, number, dueAt }) => (
          <Row key={key} to={to} title={title} number={number}>
            <Due t={t} at={dueAt} now={now} />
          </Row>
        ))}
      </ul>
    </section>
  );
}

function lateRows(
  { t, cases, appeals, ageFlags }: AdminHomePageProps,
): LateRow[] {
  return [
    ...(cases?.latest ?? []).map(({ item, dueAt }) => ({
      key: item.number,
      to: `/admin/cases/${item.number}`,
      title: caseTitle(t, item),
      number: item.number,
      dueAt,
    })),
    ...(ageFlags?.latest ?? []).map(({ item, dueAt }) => ({
      key: item.number,
      to: `/admin/age/${item.number}`,
      title: caseTitle(t, item),
      number: item.number,
      dueAt,
    })),
    ...(appeals?.latest ?? []).map(({ item, dueAt }) => ({
      key: item.id,
      to: `/admin/appeals/${item.id}`,
      title: t("admin.home.appeal"),
      number: item.case,
      dueAt,
    })),
  ].sort((a, b) => a.dueAt - b.dueAt);
}

/** One thing to look at, with when, and what else there is to say. */
export function Row(
  { to, title, number, children }: {
    to: string;
    title: string;
    number: string;
    children: ComponentChildren;
  },
) {
  return (
    <li>
      <p>
        <a href={to}>
          <strong>{title}</strong>
        </a>{" "}
        <code class="quiet" {...UNTRANSLATED}>{number}</code>
        <br />
        {children}
      </p>
    </li>
  );
}
