import type { Translate } from "../../../lib/i18n/mod.ts";
import type { HistoryView } from "../../../lib/usage/mod.ts";
import { type Column, Table } from "../../Table.tsx";
import { AccountArea } from "./AccountArea.tsx";
import { Minute } from "./Day.tsx";

export interface HistoryPageProps {
  t: Translate;
  locale: string;
  history: HistoryView;
}

export function HistoryPage({ t, locale, history }: HistoryPageProps) {
  const { calls, visits } = history;
  return (
    <AccountArea
      t={t}
      title={t("account.history.title")}
      lead={t("account.history.lead")}
    >
      <section class="stack gap-3">
        <h2>{t("account.history.calls")}</h2>
        <Table
          caption={t("account.history.calls")}
          columns={columnsOf({ t, locale })}
          rows={calls}
          empty={t("account.history.none")}
        />
      </section>
      <section class="stack gap-3">
        <h2>{t("account.history.visits")}</h2>
        {visits.length === 0
          ? <p class="quiet">{t("account.history.none")}</p>
          : (
            <ul class="ledger" role="list">
              {visits.map(({ hour }) => (
                <li key={hour}>
                  <Minute at={hour} locale={locale} />
                </li>
              ))}
            </ul>
          )}
      </section>
    </AccountArea>
  );
}

function columnsOf(
  { t, locale }: Pick<HistoryPageProps, "t" | "locale">,
): Column<HistoryView["calls"][number]>[] {
  return [
    {
      heading: t("account.history.when"),
      value: ({ hour }) => <Minute at={hour} locale={locale} />,
    },
    {
      heading: t("account.history.length"),
      value: ({ seconds }) =>
        t("account.history.lengthText", {
          minutes: Math.floor(seconds / 60),
          seconds: seconds % 60,
        }),
    },
  ];
}
