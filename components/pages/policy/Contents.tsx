import type {
  ChangedSection,
  PolicyDocument,
} from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";

export interface ContentsProps {
  t: Translate;
  document: PolicyDocument;
  /** Where changes are shown: only the sections that have some. */
  changes?: readonly ChangedSection[];
}

export function Contents({ t, document, changes }: ContentsProps) {
  const list = (
    <ul role="list">
      {entries(document, changes).map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} lang={title ? "en" : undefined}>
            {title || t("policy.short")}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={t("policy.contents")} class="toc">
      <details class="on-narrow">
        <summary>
          <Icon name="chevron" /> {t("policy.contents")}
        </summary>
        {list}
      </details>
      <div class="on-wide">{list}</div>
    </nav>
  );
}

/** The summary is the only part whose title is not of the text itself. */
function entries(
  document: PolicyDocument,
  changes: readonly ChangedSection[] | undefined,
): { id: string; title: string }[] {
  if (!changes) {
    return [{ id: "short", title: "" }, ...document.body];
  }
  return changes.filter(({ changed }) => changed).map(({ id, title }) => ({
    id: `change-${id}`,
    title: title.filter(({ change }) => change !== "removed")
      .map(({ text }) => text).join("") ||
      title.map(({ text }) => text).join(""),
  }));
}
