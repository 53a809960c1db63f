import { fillTables, type PolicyDocument, type Table } from "../consent/mod.ts";
import { policyTable } from "../data_map/mod.ts";
import type { MessageKey, Translate } from "../i18n/mod.ts";
import { PROVIDER_REGISTER } from "../providers/mod.ts";
import { type Collection, type Provider, PROVIDERS } from "../store/mod.ts";

/** From when a period counts, where another word than "recorded" says it better. */
const SINCE: Readonly<
  Record<string, Extract<MessageKey, `policy.data.since.${string}`>>
> = {
  expiresAt: "policy.data.since.end",
  hour: "policy.data.since.hour",
  seenDay: "policy.data.since.seen",
  until: "policy.data.since.end",
};

/** A text with its tables as the declarations of data have them now. */
export function textOf(
  t: Translate,
  collections: readonly Collection[],
  document: PolicyDocument,
): PolicyDocument {
  const rows = policyTable(collections);
  return fillTables(document, {
    data: dataTable(t, rows),
    providers: providersTable(t, rows),
  });
}

type Rows = ReturnType<typeof policyTable>;

function dataTable(t: Translate, rows: Rows): Table {
  return {
    caption: t("policy.data.caption"),
    columns: [
      t("policy.data.what"),
      t("policy.data.why"),
      t("policy.data.basis"),
      t("policy.data.kept"),
      t("policy.data.providers"),
    ],
    rows: rows.map(({ what, why, basis, keep, recipients }) => [
      what,
      why,
      t(`policy.basis.${basis}`),
      keptIn(t, keep),
      named(t, recipients),
    ]),
  };
}

function providersTable(t: Translate, rows: Rows): Table {
  return {
    caption: t("policy.providers.caption"),
    columns: [
      t("policy.providers.what"),
      t("policy.providers.who"),
      t("policy.providers.why"),
      t("policy.providers.data"),
      t("policy.providers.where"),
      t("policy.providers.contract"),
    ],
    rows: PROVIDERS.map((name) => {
      const { who, why, where, contract } = PROVIDER_REGISTER[name];
      const data = rows.filter(({ recipients }) => recipients.includes(name))
        .map(({ what }) => what);
      return [
        t(`policy.provider.${name}`),
        who,
        why,
        dataIn(t, data, rows.length),
        where,
        contract,
      ];
    }),
  };
}

function dataIn(t: Translate, data: string[], all: number): string {
  if (data.length === 0) return t("policy.providers.nothing");
  return data.length === all ? t("policy.providers.all") : data.join("; ");
}

/** How long a kind of record is kept, in words. */
export function keptIn(t: Translate, keep: Rows[number]["keep"]): string {
  const since = t(
    SINCE[keep.from] ?? "policy.data.since.recorded",
  );
  return "days" in keep
    ? t("policy.data.days", { days: keep.days, since })
    : t("policy.data.minutes", { minutes: keep.minutes, since });
}

function named(t: Translate, recipients: readonly string[]): string {
  return recipients.map((name) => t(`policy.provider.${name as Provider}`))
    .join(", ");
}
