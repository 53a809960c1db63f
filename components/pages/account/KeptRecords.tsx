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

/** Where a kind of data can be read or changed. */
const PLACES: Readonly<Record<string, string>> = {
  call_usage: "/account/history",
  consents: "/privacy-choices",
  contacts: "/account/contact",
  devices: "/account/sessions",
  mail_wishes: "/account/notices",
  notices: "/account/inbox",
  passkeys: "/account/keys",
  pictures: "/account/picture",
  profiles: "/account",
  recovery_codes: "/account/keys",
  sessions: "/account/sessions",
  visit_usage: "/account/history",
};

/** One kind of data: how much, how long and why, and each record folded. */
export function KeptRecords({ t, collection, reason }: KeptRecordsProps) {
  const { name, purpose, basis, records } = collection;
  const period = periodText(t, reason.keep);
  const title = kindName(t, name);
  return (
    <li id={`kind-${name}`}>
      <h2>
        {title} <span class="num">{records.length}</span>
      </h2>
      <dl>
        <div>
          <dt>{t("account.data.kept")}</dt>
          <dd>
            <strong>
              {reason.erasable ? t("period.erasable", { period }) : period}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{t("account.data.purpose")}</dt>
          <dd>{purposeText(t, purpose as Purpose)}</dd>
        </div>
        <div>
          <dt>{t("account.data.basis")}</dt>
          <dd>{t(`policy.basis.${basis as PolicyRow["basis"]}`)}</dd>
        </div>
      </dl>
      {Object.hasOwn(PLACES, name) && (
        <a class="way" href={PLACES[name]}>
          {t("account.data.open")}
          <span class="visually-hidden">: {title}</span>
        </a>
      )}
      <Records t={t} records={records} />
    </li>
  );
}

function Records(
  { t, records }: { t: Translate } & Pick<ExportedCollection, "records">,
) {
  return (
    <details>
      <summary>
        <Icon name="chevron" />{" "}
        {t("account.data.records", { count: records.length })}
      </summary>
      {records.map(({ fields }, n) => (
        <dl class="facts" key={n}>
          {Object.entries(fields).map(([field, value]) => (
            <div key={field}>
              <dt class="breaks">
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
