import { kindName, type Translate } from "../../../lib/i18n/mod.ts";
import type { ReceiptView } from "../../../lib/privacy/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { Ring } from "../../Ring.tsx";

export function ReceiptPage(
  { t, receipt }: { t: Translate; receipt: ReceiptView },
) {
  const { number, done, kinds, erased, unlinked, kept } = receipt;
  const at = new Date(receipt.startedAt).toISOString();
  const title = t(done ? "account.receipt.title" : "account.receipt.running");
  const sums = {
    "account.receipt.erased": erased,
    "account.receipt.unlinked": unlinked,
    "account.receipt.kept": kept,
  } as const;
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-6">
        <article class="receipt stack gap-5" aria-labelledby="receipt">
          <Ring state="met" />
          <h1 id="receipt">{title}</h1>
          <p>
            <time datetime={at} data-local="second">
              {at.slice(0, 19).replace("T", " ")} UTC
            </time>
            <br />
            {t("account.receipt.number")} <code class="breaks">{number}</code>
          </p>
          <dl class="leaders">
            {kinds.map((one) => (
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
        </article>
        <p>{t("account.erasure.law")}</p>
        <p>{t("account.receipt.keep")}</p>
      </div>
    </Page>
  );
}
