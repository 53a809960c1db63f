import type { DataMap, ExportedCollection } from "../../../lib/data_map/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";

type Basis = ReturnType<DataMap["policyTable"]>[number]["basis"];

interface KeptRecordsProps {
  t: Translate;
  collection: ExportedCollection;
  reason: { why: string; kept: string };
}

/** One kind of record: why it is there, and each of them field by field. */
export function KeptRecords({ t, collection, reason }: KeptRecordsProps) {
  const { name, about, basis, records } = collection;
  return (
    <section class="stack gap-3" id={`kind-${name}`}>
      <h2 lang="en">{about}</h2>
      <dl class="facts">
        <div>
          <dt>{t("account.data.purpose")}</dt>
          <dd lang="en">{reason.why}</dd>
        </div>
        <div>
          <dt>{t("account.data.basis")}</dt>
          <dd>{t(`policy.basis.${basis as Basis}`)}</dd>
        </div>
        <div>
          <dt>{t("account.data.kept")}</dt>
          <dd>{reason.kept}</dd>
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
      <time datetime={time}>{time.slice(0, 16).replace("T", " ")} UTC</time>
    );
  }
  return (
    <code>
      {typeof value === "object" ? JSON.stringify(value) : String(value)}
    </code>
  );
}
