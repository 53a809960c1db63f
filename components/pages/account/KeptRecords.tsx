import type { DataMap, ExportedCollection } from "../../../lib/data_map/mod.ts";
import {
  kindName,
  periodText,
  type Purpose,
  purposeText,
  type Translate,
} from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";

type PolicyRow = ReturnType<DataMap["policyTable"]>[number];
export type KeptReason = Pick<PolicyRow, "keep" | "erasable">;

interface KeptRecordsProps {
  t: Translate;
  collection: ExportedCollection;
  reason: KeptReason;
}

/** One kind of record: why it is there, and each of them field by field. */
export function KeptRecords({ t, collection, reason }: KeptRecordsProps) {
  const { name, purpose, basis, records } = collection;
  const period = periodText(t, reason.keep);
  return (
    <section class="stack gap-3" id={`kind-${name}`}>
      <h2>{kindName(t, name)}</h2>
      <dl class="facts">
        <div>
          <dt>{t("account.data.purpose")}</dt>
          <dd>{purposeText(t, purpose as Purpose)}</dd>
        </div>
        <div>
          <dt>{t("account.data.basis")}</dt>
          <dd>{t(`policy.basis.${basis as PolicyRow["basis"]}`)}</dd>
        </div>
        <div>
          <dt>{t("account.data.kept")}</dt>
          <dd>
            {reason.erasable ? t("period.erasable", { period }) : period}
          </dd>
        </div>
      </dl>
      <details>
        <summary>
          <Icon name="chevron" />{" "}
          {t("account.data.records", { count: records.length })}
        </summary>
        {records.map(({ fields }, n) => (
          <dl class="facts" key={n}>
            {Object.entries(fields).map(([field, value]) => (
              <div key={field}>
                <dt>
                  <code>{field}</code>
                </dt>
                <dd class="breaks">
                  <Value t={t} value={value} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
      </details>
    </section>
  );
}

/** A number this large is a time. */
const TIMES_FROM = 1e12;

function Value({ t, value }: { t: Translate; value: unknown }) {
  if (value === null || value === undefined || value === "") {
    return <span class="quiet">{t("account.data.none")}</span>;
  }
  if (value instanceof Uint8Array) {
    return <>{t("account.device.bytes", { count: value.length })}</>;
  }
  if (typeof value === "number" && value >= TIMES_FROM) {
    const time = new Date(value).toISOString();
    return (
      <time datetime={time} data-local="minute">
        {time.slice(0, 16).replace("T", " ")} UTC
      </time>
    );
  }
  return (
    <code>
      {typeof value === "object" ? JSON.stringify(value) : String(value)}
    </code>
  );
}
