import type {
  AuditAction,
  AuditEntry,
  VerificationView,
} from "../../../lib/audit/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { FilterForm } from "../../form/FilterForm.tsx";
import { Icon } from "../../Icon.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { Instant, Moment } from "../Moment.tsx";
import { EntryPane } from "./EntryPane.tsx";
import { Who } from "./Who.tsx";

export interface AuditPageProps {
  t: Translate;
  locale: string;
  /** What was asked for, as it stands in the address. */
  asked: { who: string; did: string; id: string; day: string };
  entries: readonly AuditEntry[];
  /** The entry that is shown whole, with the words beside it. */
  open: { entry: AuditEntry; note: string | null } | null;
  /** Names of colleagues, by id. */
  names: ReadonlyMap<string, string>;
  /** Where the list goes on; null at its end. */
  older: string | null;
  isFirst: boolean;
  /** This list from its beginning. */
  query: string;
  staff: readonly { id: string; name: string }[];
  actions: readonly AuditAction[];
  verification: VerificationView | null;
  isVerifying: boolean;
  may: { read: boolean; verify: boolean };
}

const OTHERS = ["person", "system", "operator"] as const;

/** The log of who did what, newest first, and whether it is whole. */
export function AuditPage(props: AuditPageProps) {
  const { t, open, may } = props;
  return (
    <AdminPage t={t} title={t("admin.audit")} head={<Head {...props} />}>
      {!may.read && <p class="note">{t("admin.audit.ownOnly")}</p>}
      <Filters {...props} />
      <div class={open ? "bench" : undefined}>
        <div>
          <Entries {...props} />
          <Pages {...props} />
        </div>
        {open && <EntryPane {...props} {...open} />}
      </div>
    </AdminPage>
  );
}

function Head({ t, locale, verification, isVerifying, may }: AuditPageProps) {
  return (
    <>
      <State t={t} verification={verification} />
      {verification && (
        <span class="quiet">
          {t("admin.audit.checked", {
            seconds: Math.max(1, Math.round(verification.took / 100)) / 10,
          })} <Moment at={verification.at} locale={locale} />
        </span>
      )}
      {isVerifying && (
        <span class="quiet" role="status">{t("admin.audit.verifying")}</span>
      )}
      {may.read && (
        <a class="push" href="/admin/audit/proofs">{t("admin.audit.proofs")}</a>
      )}
      {may.verify && (
        <form method="post" action="/admin/audit">
          <button class="btn" type="submit">{t("admin.audit.verify")}</button>
        </form>
      )}
    </>
  );
}

function State(
  { t, verification }: Pick<AuditPageProps, "t" | "verification">,
) {
  if (!verification) {
    return <span class="quiet">{t("admin.audit.unverified")}</span>;
  }
  const { fault, from, size } = verification;
  if (fault) {
    return (
      <span class="state bad">
        <Icon name="alert" /> {t(`admin.audit.fault.${fault.kind}`, {
          index: String(fault.index),
        })}
      </span>
    );
  }
  return (
    <span class="state ok">
      <Icon name="link" /> {t("admin.audit.unbroken", {
        from: String(from),
        to: String(size - 1),
      })}
    </span>
  );
}

function Filters({ t, asked, staff, actions, may }: AuditPageProps) {
  const who = {
    name: "who",
    label: t("admin.audit.who"),
    any: t("admin.audit.anyone"),
    options: [
      ...staff.map(({ id, name }) => ({
        ...{ value: id, label: name },
        untranslated: true,
      })),
      ...OTHERS.map((value) => ({
        value,
        label: t(`admin.audit.actor.${value}`),
      })),
    ],
    chosen: asked.who,
  };
  const did = {
    name: "did",
    label: t("admin.audit.did"),
    any: t("admin.audit.anything"),
    options: actions.map((action) => ({
      ...{ value: action, label: action },
      untranslated: true,
    })),
    chosen: asked.did,
  };
  return (
    <FilterForm
      action="/admin/audit"
      filters={may.read ? [who, did] : [did]}
      search={{ name: "id", label: t("admin.audit.id"), value: asked.id }}
      day={{ name: "day", label: t("admin.audit.day"), value: asked.day }}
      submit={t("admin.audit.show")}
      clear={t("admin.audit.clear")}
    />
  );
}

function Entries(props: AuditPageProps) {
  const { t, entries, older } = props;
  if (entries.length === 0) {
    const text = older === null ? "admin.audit.none" : "admin.audit.noneYet";
    return <p class="pane quiet">{t(text)}</p>;
  }
  return (
    <table role="table" class="rows fold tall">
      <caption class="visually-hidden">{t("admin.audit.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.audit.entry")}</th>
          <th role="columnheader" scope="col">{t("admin.audit.time")}</th>
          <th role="columnheader" scope="col">{t("admin.audit.who")}</th>
          <th role="columnheader" scope="col">{t("admin.audit.did")}</th>
          <th role="columnheader" scope="col">{t("admin.audit.to")}</th>
          <th role="columnheader" scope="col">{t("admin.audit.with")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <Row key={entry.index} {...props} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: AuditPageProps & { entry: AuditEntry }) {
  const { t, locale, entry, names, open, query } = props;
  const { index, at, action, object, details } = entry;
  const isOpen = open?.entry.index === index;
  const join = query.includes("?") ? "&" : "?";
  return (
    <tr role="row" aria-current={isOpen ? "true" : undefined}>
      <td role="cell" class="nowrap minor quiet num">{index}</td>
      <td role="cell" class="nowrap">
        <Instant at={at} locale={locale} />
      </td>
      <td role="cell" class="nowrap">
        <Who t={t} entry={entry} names={names} />
      </td>
      <th role="rowheader" scope="row" class="first nowrap">
        <a
          class="title"
          href={`${query}${join}before=${index + 1}&entry=${index}#entry`}
          {...UNTRANSLATED}
        >
          {action}
        </a>
      </th>
      <td role="cell" class="nowrap">
        {object !== null && <code {...UNTRANSLATED}>{object}</code>}
      </td>
      <td role="cell" class="whole breaks" {...UNTRANSLATED}>
        {detailsText(details)}
      </td>
    </tr>
  );
}

function Pages({ t, older, isFirst, query }: AuditPageProps) {
  if (isFirst && older === null) return null;
  return (
    <nav class="pane actions" aria-label={t("admin.audit.pages")}>
      {!isFirst && <a class="btn" href={query}>{t("admin.audit.newest")}</a>}
      {older !== null && (
        <a class="btn" rel="next" href={older}>{t("admin.audit.older")}</a>
      )}
    </nav>
  );
}

/** Codes and figures in a line, as they stand in the entry. */
function detailsText(details: AuditEntry["details"]): string {
  return Object.entries(details).map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
