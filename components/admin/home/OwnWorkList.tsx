import type { Translate } from "../../../lib/i18n/mod.ts";
import type { OwnWorkRow } from "../../../lib/http/mod.ts";
import { Moment } from "../Moment.tsx";
import { caseTitle } from "../cases/words.ts";
import { Row } from "./Late.tsx";

interface OwnWorkProps {
  t: Translate;
  locale: string;
  own: readonly OwnWorkRow[];
}

/** What waits for oneself and nobody else. */
export function OwnWorkList({ t, locale, own }: OwnWorkProps) {
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{t("admin.home.own")}</h2>
      <ul class="ledger tight" role="list">
        {own.map((row, n) => (
          <OwnWorkItem key={n} t={t} locale={locale} row={row} />
        ))}
      </ul>
    </section>
  );
}

function OwnWorkItem(
  { t, locale, row: { work, by } }: Omit<OwnWorkProps, "own"> & {
    row: OwnWorkRow;
  },
) {
  const isAppeal = work.what === "appeal";
  const number = isAppeal ? work.appeal.case : work.case.number;
  const place = isAppeal
    ? `/admin/appeals/${work.appeal.id}`
    : work.case.team === "general"
    ? `/admin/cases/${number}`
    : `/admin/age/${number}`;
  return (
    <Row
      to={place}
      title={isAppeal ? t("admin.home.appeal") : caseTitle(t, work.case)}
      number={number}
    >
      <span class="quiet">
        {t(`admin.home.own.${work.what}`, { name: by ?? "" })}{" "}
        {work.until !== null && <Moment at={work.until} locale={locale} />}
      </span>
    </Row>
  );
}
