import type {
  AuditEntry,
  Checkpoint,
  InclusionProof,
} from "../../../lib/audit/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";
import { Hash, Path } from "./Hashes.tsx";
import { Verdict } from "./Verdict.tsx";

export interface InclusionPageProps {
  t: Translate;
  locale: string;
  entry: AuditEntry;
  /** What it is proven against; null where nothing signed has it yet. */
  checkpoint: Checkpoint | null;
  proof: InclusionProof | null;
  holds: boolean;
}

/** The proof that one entry is in the log. */
export function InclusionPage(props: InclusionPageProps) {
  const { t, locale, entry, checkpoint, proof, holds } = props;
  const index = String(entry.index);
  return (
    <AdminPage
      t={t}
      title={t("admin.audit.inclusionTitle", { index })}
      head={
        <a class="push" href={`/admin/audit?entry=${index}#entry`}>
          {t("admin.audit.entryTitle", { index })}
        </a>
      }
    >
      <div class="pane stack gap-4">
        {checkpoint === null || proof === null
          ? <p class="note">{t("admin.audit.unsigned")}</p>
          : (
            <>
              <Verdict
                holds={holds}
                text={holds
                  ? t("admin.audit.included", {
                    index,
                    size: String(proof.size),
                  })
                  : t("admin.audit.notIncluded")}
              />
              <dl class="facts">
                <div>
                  <dt>{t("admin.audit.leaf")}</dt>
                  <dd>
                    <Hash of={entry.hash} />
                  </dd>
                </div>
                <div>
                  <dt>{t("admin.audit.head")}</dt>
                  <dd>
                    <Hash of={proof.head} />
                  </dd>
                </div>
                <div>
                  <dt>{t("admin.audit.signed")}</dt>
                  <dd>
                    <Moment at={checkpoint.at} locale={locale} />
                  </dd>
                </div>
              </dl>
              <h2>{t("admin.audit.path")}</h2>
              <Path label={t("admin.audit.path")} path={proof.path} />
            </>
          )}
        <p class="quiet small">{t("admin.audit.inclusionText")}</p>
      </div>
    </AdminPage>
  );
}
