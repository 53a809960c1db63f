import type { CallHistoryView } from "../../../lib/app/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountArea } from "./AccountArea.tsx";
import { BlockItem } from "./BlockItem.tsx";
import { CallItem } from "./CallItem.tsx";
import { Minute } from "./Day.tsx";

export interface HistoryPageProps {
  t: Translate;
  locale: string;
  history: CallHistoryView;
  /** A nickname that was not taken, for which block. */
  refused?: { id: string; nickname: string };
  errors?: { nickname?: string };
}

/** What can be done about a call stands beside it, and whom one blocked. */
export function HistoryPage(props: HistoryPageProps) {
  const { t, history } = props;
  return (
    <AccountArea
      t={t}
      title={t("account.history.title")}
      lead={t("account.history.lead")}
    >
      <div class="split aside">
        <section class="stack gap-3" aria-labelledby="calls">
          <h2 id="calls">{t("account.history.calls")}</h2>
          <p class="quiet small">{t("account.history.recent")}</p>
          <Calls {...props} />
        </section>
        <section class="stack gap-3" aria-labelledby="blocked">
          <h2 id="blocked">{t("account.blocks.title")}</h2>
          <p class="quiet small">{t("account.blocks.lead")}</p>
          <Blocks {...props} />
        </section>
      </div>
      <Visits {...props} visits={history.visits} />
    </AccountArea>
  );
}

function Calls({ t, locale, history: { calls } }: HistoryPageProps) {
  if (calls.length === 0) {
    return (
      <>
        <p>
          <strong>{t("account.history.noCalls")}</strong>
        </p>
        <p class="actions">
          <a class="btn" href="/talk">{t("talk.ready.find")}</a>
        </p>
      </>
    );
  }
  return (
    <ul class="ledger calls" role="list">
      {calls.map((call) => (
        <CallItem
          key={call.recent?.call ?? `${call.at} ${call.seconds}`}
          t={t}
          locale={locale}
          call={call}
        />
      ))}
    </ul>
  );
}

function Blocks({ t, locale, history, refused, errors }: HistoryPageProps) {
  const { blocks } = history;
  if (blocks.length === 0) return <p>{t("account.blocks.none")}</p>;
  return (
    <ul class="ledger blocked" role="list">
      {blocks.map((block) => (
        <BlockItem
          key={block.id}
          t={t}
          locale={locale}
          block={block}
          typed={refused?.id === block.id ? refused.nickname : undefined}
          error={refused?.id === block.id ? errors?.nickname : undefined}
        />
      ))}
    </ul>
  );
}

function Visits(
  { t, locale, visits }: Pick<HistoryPageProps, "t" | "locale"> & {
    visits: CallHistoryView["visits"];
  },
) {
  return (
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
  );
}
