import type { PersonExport } from "../../../lib/data_map/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { AccountArea } from "./AccountArea.tsx";
import { type KeptReason, KeptRecords } from "./KeptRecords.tsx";

export interface DataPageProps {
  t: Translate;
  kept: PersonExport;
  /** How long, by collection. */
  reasons: Record<string, KeptReason>;
  proof: "fresh" | "stale" | "none";
}

/** All that is kept about a person, kind by kind. */
export function DataPage({ t, kept, reasons, proof }: DataPageProps) {
  const { collections } = kept;
  const records = collections.reduce((sum, one) => sum + one.records.length, 0);
  return (
    <AccountArea
      t={t}
      title={t("account.data.title")}
      lead={t("account.data.lead", { records, kinds: collections.length })}
    >
      <Acts t={t} proof={proof} />
      <section class="kinds-group" aria-label={t("account.data.title")}>
        <p class="kinds-heads" aria-hidden="true">
          <span>{t("account.data.kind")}</span>
          <span>{t("account.data.kept")}</span>
          <span>{t("account.data.purpose")}</span>
          <span>{t("account.data.basis")}</span>
        </p>
        <ul class="kinds" role="list">
          {collections.map((one) => (
            <KeptRecords
              key={one.name}
              t={t}
              collection={one}
              reason={reasons[one.name]}
            />
          ))}
        </ul>
      </section>
    </AccountArea>
  );
}

function Acts({ t, proof }: Pick<DataPageProps, "t" | "proof">) {
  return (
    <ul class="ledger" role="list">
      <li>
        <div>
          <h2>{t("account.data.copy.title")}</h2>
          <p class="quiet small">{t("account.data.copy.text")}</p>
          <p class="quiet small">{t(`account.data.copy.${proof}`)}</p>
        </div>
        <form method="post" action="/account/data/copy">
          <button class="btn" type="submit">
            <Icon name="download" /> {t("account.data.copy.act")}
          </button>
        </form>
      </li>
      <li class="leave">
        <div>
          <h2>{t("account.data.erase.title")}</h2>
          <p class="quiet small">{t("account.data.erase.text")}</p>
        </div>
        <a class="btn danger" href="/account/data/erasure">
          {t("account.data.erase.act")}
        </a>
      </li>
    </ul>
  );
}
