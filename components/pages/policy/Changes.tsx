import type { ChangedSection, Span } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";

export interface ChangesProps {
  t: Translate;
  sections: readonly ChangedSection[];
  /** Whether its sections can be gone to: one such text on a page. */
  anchors?: boolean;
}

/** A text in which what came and what went is marked. */
export function Changes({ t, sections, anchors }: ChangesProps) {
  return (
    <div class="prose changes">
      <p class="small quiet">
        {t("policy.changes.marks")} <ins>{t("policy.changes.added")}</ins>{" "}
        <del>{t("policy.changes.removed")}</del>
      </p>
      {sections.map(({ id, title, lines }) => (
        <section key={id} id={anchors ? `change-${id}` : undefined}>
          <h3>
            {title.length > 0
              ? (
                <span lang="en">
                  <Spans spans={title} />
                </span>
              )
              : t("policy.short")}
          </h3>
          {lines.map((spans, n) => (
            <p key={n} lang="en">
              <Spans spans={spans} />
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ text, change }, n) => {
        if (change === "added") return <ins key={n}>{text}</ins>;
        return change === "removed" ? <del key={n}>{text}</del> : text;
      })}
    </>
  );
}
