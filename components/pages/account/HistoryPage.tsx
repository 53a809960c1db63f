import type { Translate } from "../../../lib/i18n/mod.ts";
import type { HistoryView } from "../../../lib/usage/mod.ts";
import { AccountArea } from "./AccountArea.tsx";
import { Hour } from "./Day.tsx";

export interface HistoryPageProps {
  t: Translate;
  locale: string;
  history: HistoryView;
}

export function HistoryPage({ t, locale, history }: HistoryPageProps) {
  const { calls, visits } = history;
  const none = <p class="quiet">{t("account.history.none")}</p>;
  return (
    <AccountArea
      t={t}
      title={t("account.history.title")}
      lead={t("account.history.lead")}
    >
      <section class="stack gap-3">
        <h2>{t("account.history.calls")}</h2>
        {calls.length === 0
          ? none
          : <Calls t={t} locale={locale} history={history} />}
      </section>
      <section class="stack gap-3">
        <h2>{t("account.history.visits")}</h2>
        {visits.length === 0 ? none : (
          <ul class="ledger" role="list">
            {visits.map(({ hour }) => (
              <li key={hour}>
                <Hour at={hour} locale={locale} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </AccountArea>
  );
}

function Calls({ t, locale, history }: HistoryPageProps) {
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t("account.history.when")}</th>
          <th scope="col">{t("account.history.length")}</th>
        </tr>
      </thead>
      <tbody>
        {history.calls.map(({ hour, seconds }, n) => (
          <tr key={n}>
            <td>
              <Hour at={hour} locale={locale} />
            </td>
            <td>
              {t("account.history.lengthText", {
                minutes: Math.floor(seconds / 60),
                seconds: seconds % 60,
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
