import type { ComponentChildren } from "preact";
import type { AuditEntry } from "../../../lib/audit/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Instant } from "../Moment.tsx";
import { Hash } from "./Hashes.tsx";
import { Who } from "./Who.tsx";

export interface EntryPaneProps {
  t: Translate;
  locale: string;
  entry: AuditEntry;
  /** The words beside it; null where there are none any more. */
  note: string | null;
  names: ReadonlyMap<string, string>;
  may: { read: boolean };
}

/** All of one entry. */
export function EntryPane(
  { t, locale, entry, note, names, may }: EntryPaneProps,
) {
  const { index, at, action, object, subject, details, hash, previous } = entry;
  return (
    <section class="pane stack gap-3" aria-labelledby="entry">
      <h2 id="entry">
        {t("admin.audit.entryTitle", { index: String(index) })}
      </h2>
      <dl class="facts">
        <Fact name={t("admin.audit.did")}>
          <code {...UNTRANSLATED}>{action}</code>
        </Fact>
        <Fact name={t("admin.audit.who")}>
          <Who t={t} entry={entry} names={names} />
        </Fact>
        <Fact name={t("admin.audit.time")}>
          <Instant at={at} locale={locale} />
        </Fact>
        {object !== null && (
          <Fact name={t("admin.audit.to")}>
            <code {...UNTRANSLATED}>{object}</code>
          </Fact>
        )}
        {subject !== null && (
          <Fact name={t("admin.audit.about")}>
            <a href={`/admin/audit?id=${subject}`}>
              {t("admin.audit.aboutSame")}
            </a>
          </Fact>
        )}
        {Object.entries(details).map(([name, value]) => (
          <Fact
            key={name}
            name={<code {...UNTRANSLATED}>{name}</code>}
          >
            <code {...UNTRANSLATED}>{String(value)}</code>
          </Fact>
        ))}
      </dl>
      {entry.note !== null && (
        <div>
          <p class="quiet small">{t("admin.audit.words")}</p>
          <p>{note ?? t("admin.audit.wordsGone")}</p>
        </div>
      )}
      <div>
        <p class="quiet small">{t("admin.audit.hashes")}</p>
        <Hash of={hash} />
        <br />
        <Hash of={previous} />
      </div>
      {may.read && (
        <p>
          <a href={`/admin/audit/proofs/${index}`}>
            {t("admin.audit.inclusion")}
          </a>
        </p>
      )}
      <p class="small quiet">{t("admin.audit.detailsOnly")}</p>
    </section>
  );
}

function Fact({ name, children }: {
  name: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
