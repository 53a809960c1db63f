import { fillTables, type PolicyDocument, type Table } from "../consent/mod.ts";
import { policyTable } from "../data_map/mod.ts";
import { longDate, type MessageKey, type Translate } from "../i18n/mod.ts";
import { PROVIDER_REGISTER } from "../providers/mod.ts";
import { type Provider, PROVIDERS } from "../store/mod.ts";
import type { Ctx, State } from "./state.ts";

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
export function textOf(ctx: Ctx, document: PolicyDocument): PolicyDocument {
  const rows = policyTable(ctx.state.millo.dataMap.collections);
  return fillTables(document, {
    data: dataTable(ctx.state, rows),
    providers: providersTable(ctx.state, rows),
  });
}

type Rows = ReturnType<typeof policyTable>;

function dataTable({ t }: State, rows: Rows): Table {
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

function providersTable({ t }: State, rows: Rows): Table {
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

export interface VersionLink {
  version: number;
  /** Calendar day, written out. */
  since: string;
  current: boolean;
}

/** What the page of a text says of its other versions, newest first. */
export function versionLinks(
  versions: readonly PolicyDocument[],
  locale: string,
): VersionLink[] {
  return versions.map(({ version, inForceSince }, n) => ({
    version,
    since: longDate(inForceSince, locale),
    current: n === 0,
  }));
}
