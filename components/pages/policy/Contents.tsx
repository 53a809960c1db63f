import type { PolicyDocument } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";

export interface ContentsProps {
  t: Translate;
  document: PolicyDocument;
}

export function Contents({ t, document }: ContentsProps) {
  return (
    <nav aria-label={t("policy.contents")} class="toc">
      <ul role="list">
        <li>
          <a href="#short">{t("policy.short")}</a>
        </li>
        {document.body.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
