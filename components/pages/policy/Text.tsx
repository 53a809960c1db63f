import type { Block, PolicyDocument } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Prose } from "../../Prose.tsx";
import { DataTable } from "./DataTable.tsx";

export interface TextProps {
  t: Translate;
  document: PolicyDocument;
}

/** The text itself: its five lines, then section by section. */
export function Text({ t, document }: TextProps) {
  const short: Block = {
    kind: "list",
    ordered: document.slug === "rules",
    items: document.summary,
  };
  return (
    <article class="prose">
      <h2 id="short">{t("policy.short")}</h2>
      <div lang="en">
        <BlockView t={t} block={short} />
      </div>
      {document.body.map(({ id, title, blocks }) => (
        <div class="prose" lang="en" key={id}>
          <h2 id={id}>{title}</h2>
          {blocks.map((block, index) => (
            <BlockView
              key={index}
              t={t}
              block={block}
            />
          ))}
        </div>
      ))}
    </article>
  );
}

function BlockView({ t, block }: { t: Translate; block: Block }) {
  if (block.kind === "table") return <DataTable t={t} {...block} />;
  // What shows a text has filled its tables in: see whole.
  if (block.kind === "generated") return null;
  if (block.kind === "text") {
    return (
      <p>
        <Prose text={block.text} />
      </p>
    );
  }
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, n) => (
        <li key={n}>
          <Prose text={item} />
        </li>
      ))}
    </List>
  );
}
