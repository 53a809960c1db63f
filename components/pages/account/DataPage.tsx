import type { PersonExport } from "../../../lib/data_map/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { type KeptReason, KeptRecords } from "./KeptRecords.tsx";

export interface DataPageProps {
  t: Translate;
  kept: PersonExport;
  /** How long, by collection. */
  reasons: Record<string, KeptReason>;
  proof: "fresh" | "stale" | "none";
}

export function DataPage({ t, kept, reasons, proof }: DataPageProps) {
  const { collections } = kept;
  const records = collections.reduce((sum, one) => sum + one.records.length, 0);
  return (
    <AccountFrame
      t={t}
      title={t("account.data.title")}
      lead={t("account.data.lead", { records, kinds: collections.length })}
    >
      <ul class="ledger" role="list">
        <li>
          <div>
            <h2>{t("account.data.copy.title")}</h2>
            <p class="quiet small">{t("account.data.copy.text")}</p>
            <p class="quiet small">{t(`account.data.copy.${proof}`)}</p>
          </div>
          <form method="post" action="/account/data/copy">
            <button class="btn" type="submit">
              {t("account.data.copy.act")}
            </button>
          </form>
        </li>
        <li>
          <div>
            <h2>{t("account.data.erase.title")}</h2>
            <p class="quiet small">{t("account.data.erase.text")}</p>
          </div>
          <a class="btn" href="/account/data/erasure">
            {t("account.data.erase.act")}
          </a>
        </li>
      </ul>
      {collections.map((one) => (
        <KeptRecords
          key={one.name}
          t={t}
          collection={one}
          reason={reasons[one.name]}
        />
      ))}
    </AccountFrame>
  );
}
