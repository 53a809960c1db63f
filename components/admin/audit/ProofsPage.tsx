import type { Checkpoint, ConsistencyProof } from "../../../lib/audit/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { TextField } from "../../form/TextField.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";
import { Hash, Path } from "./Hashes.tsx";
import { Verdict } from "./Verdict.tsx";

export interface ProofsPageProps {
  t: Translate;
  locale: string;
  /** Newest first. */
  checkpoints: readonly Checkpoint[];
  /** Where the list goes on; null at its end. */
  next: string | null;
  /** With which they are signed, in base 64; null where they are not. */
  publicKey: string | null;
  asked: { older: number | null; newer: number | null };
  /** A size that was asked for, and at which nothing was signed. */
  unknown: number | null;
  proof: (ConsistencyProof & { holds: boolean }) | null;
}

/** Signed heads of the log, and the proof that between two it only grew. */
export function ProofsPage(props: ProofsPageProps) {
  const { t, checkpoints, publicKey } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.audit.proofs")}
      head={<a class="push" href="/admin/audit">{t("admin.audit")}</a>}
    >
      <div class="pane stack gap-4">
        <p>{t("admin.audit.proofsText")}</p>
        {publicKey !== null && (
          <p class="small quiet">
            {t("admin.audit.key")}{" "}
            <code class="hash" {...UNTRANSLATED}>{publicKey}</code>
          </p>
        )}
        {checkpoints.length > 0 && <Ask {...props} />}
        <Consistency {...props} />
      </div>
      <Checkpoints {...props} />
    </AdminPage>
  );
}

function Ask({ t, asked, checkpoints, unknown }: ProofsPageProps) {
  const errorOf = (size: number | null) =>
    size !== null && size === unknown
      ? t("admin.audit.unknownSize", { size: String(size) })
      : undefined;
  const newest = checkpoints[0].size;
  const oldest = checkpoints[checkpoints.length - 1].size;
  return (
    <form class="stack gap-3" method="get" action="/admin/audit/proofs">
      <div class="two">
        <TextField
          id="older"
          label={t("admin.audit.older.size")}
          inputMode="numeric"
          autocomplete="off"
          value={String(asked.older ?? oldest)}
          error={errorOf(asked.older)}
        />
        <TextField
          id="newer"
          label={t("admin.audit.newer.size")}
          inputMode="numeric"
          autocomplete="off"
          value={String(asked.newer ?? newest)}
          error={errorOf(asked.newer)}
        />
      </div>
      <p>
        <button class="btn" type="submit">{t("admin.audit.prove")}</button>
      </p>
    </form>
  );
}

function Consistency({ t, proof }: ProofsPageProps) {
  if (!proof) return null;
  const { older, newer, path, holds } = proof;
  const sizes = { older: String(older.size), newer: String(newer.size) };
  return (
    <section class="stack gap-3" aria-labelledby="proof">
      <h2 id="proof">{t("admin.audit.consistency", sizes)}</h2>
      <Verdict
        holds={holds}
        text={holds
          ? t("admin.audit.grewOnly", sizes)
          : t("admin.audit.changed", sizes)}
      />
      <Path label={t("admin.audit.path")} path={path} />
    </section>
  );
}

function Checkpoints({ t, locale, checkpoints, next }: ProofsPageProps) {
  if (checkpoints.length === 0) {
    return <p class="pane quiet">{t("admin.audit.noHeads")}</p>;
  }
  return (
    <>
      <table role="table" class="rows fold tall">
        <caption>{t("admin.audit.heads")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("admin.audit.size")}</th>
            <th role="columnheader" scope="col">{t("admin.audit.head")}</th>
            <th role="columnheader" scope="col">{t("admin.audit.signed")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {checkpoints.map(({ size, head, at, signature }) => (
            <tr key={size} role="row">
              <th role="rowheader" scope="row" class="first num">{size}</th>
              <td role="cell" class="whole">
                <Hash of={head} />
              </td>
              <td role="cell" class="nowrap">
                <Moment at={at} locale={locale} />
                {signature === null && (
                  <span class="state warn">
                    {` ${t("admin.audit.noSignature")}`}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next !== null && (
        <p class="pane">
          <a class="btn" rel="next" href={next}>{t("admin.audit.older")}</a>
        </p>
      )}
    </>
  );
}
