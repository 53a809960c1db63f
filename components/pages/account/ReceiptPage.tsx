import { kindName, type Translate } from "../../../lib/i18n/mod.ts";
import type { ReceiptView } from "../../../lib/privacy/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { Ring } from "../../Ring.tsx";

interface ReceiptProps {
  t: Translate;
  receipt: ReceiptView;
}

export function ReceiptPage({ t, receipt }: ReceiptProps) {
  const running = receipt.step === "running";
  const title = t(
    running ? "account.receipt.running" : "account.receipt.title",
  );
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-6">
        <article class="receipt stack gap-5" aria-labelledby="receipt">
          <Ring state="met" />
          <h1 id="receipt">{title}</h1>
          <p>
            <Instant at={receipt.startedAt} />
            <br />
            {t("account.receipt.number")}{" "}
            <code class="breaks">{receipt.number}</code>
          </p>
          <Step t={t} receipt={receipt} />
          <Removed t={t} receipt={receipt} />
          {receipt.scan && <Scan t={t} scan={receipt.scan} />}
        </article>
        <p>{t("account.erasure.law")}</p>
        <p>{t("account.receipt.keep")}</p>
      </div>
    </Page>
  );
}

const TONES = {
  running: "warn",
  records: "warn",
  files: "ok",
  filesLeft: "bad",
  server: "ok",
} as const;

/** How far it has come, and no further than was proven. */
function Step({ t, receipt: { step, at } }: ReceiptProps) {
  return (
    <p class={`state ${TONES[step]}`} role="status">
      {t(`account.receipt.step.${step}`)}
      {at !== null && (
        <>
          {" "}
          <Instant at={at} />
        </>
      )}
    </p>
  );
}

function Removed({ t, receipt }: ReceiptProps) {
  const sums = {
    "account.receipt.erased": receipt.erased,
    "account.receipt.unlinked": receipt.unlinked,
    "account.receipt.kept": receipt.kept,
  } as const;
  return (
    <dl class="leaders">
      {receipt.kinds.map((one) => (
        <div key={one.collection}>
          <dt>{kindName(t, one.collection)}</dt>
          <dd>{one.erased}</dd>
        </div>
      ))}
      {(Object.keys(sums) as (keyof typeof sums)[]).map((name) => (
        <div key={name}>
          <dt>
            <strong>{t(name)}</strong>
          </dt>
          <dd>{sums[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

const FIGURES = ["keys", "files", "bytes", "hits"] as const;

function Scan(
  { t, scan }: { t: Translate; scan: NonNullable<ReceiptView["scan"]> },
) {
  return (
    <section class="stack gap-3">
      <h2>{t("account.receipt.scan.title")}</h2>
      <p>
        {scan.searchTerms > 0
          ? t("account.receipt.scan.text", { searchTerms: scan.searchTerms })
          : t("account.receipt.scan.lost")}
      </p>
      <dl class="leaders">
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{t(`account.receipt.scan.${name}`)}</dt>
            <dd>{scan[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Instant({ at }: { at: number }) {
  const text = new Date(at).toISOString();
  return (
    <time datetime={text} data-local="second">
      {text.slice(0, 19).replace("T", " ")} UTC
    </time>
  );
}
