import { fillTables, type PolicyDocument, type Table } from "../consent/mod.ts";
import { policyTable } from "../data_map/mod.ts";
import {
  kindName,
  periodText,
  purposeText,
  type Translate,
} from "../i18n/mod.ts";
import { PROVIDER_REGISTER } from "../providers/mod.ts";
import { type Collection, type Provider, PROVIDERS } from "../store/mod.ts";

/** A text with its tables as the declarations of data have them now. */
export function textOf(
  t: Translate,
  collections: readonly Collection[],
  document: PolicyDocument,
): PolicyDocument {
  // The policy speaks to those who use Millo, not to those who run it.
  const rows = policyTable(collections)
    .filter(({ purpose }) => purpose !== "staffing");
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
    rows: rows.map(({ collection, purpose, basis, keep, recipients }) => [
      kindName(t, collection),
      purposeText(t, purpose),
      t(`policy.basis.${basis}`),
      periodText(t, keep),
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
        .map(({ collection }) => kindName(t, collection));
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

function named(t: Translate, recipients: readonly string[]): string {
  return recipients.map((name) => t(`policy.provider.${name as Provider}`))
    .join(", ");
}
