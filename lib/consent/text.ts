/** The texts that a person agrees to, each version whole; a change is a new entry. */
export type DocumentSlug = "privacy" | "rules";

export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export type Block =
  | { kind: "text"; text: string }
  | { kind: "list"; ordered?: boolean; items: readonly string[] }
  | { kind: "table" } & Table
  /** Made from the declarations of data: see whole. */
  | { kind: "generated"; of: GeneratedTable };

export type GeneratedTable = "data" | "providers";

export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

export interface PolicyDocument {
  slug: DocumentSlug;
  version: number;
  title: string;
  /** Calendar day. */
  inForceSince: string;
  /** Its meaning in five lines, shown where it is agreed to. */
  summary: readonly [string, string, string, string, string];
  body: readonly Section[];
}

/**
 * The text with its generated tables in place. Only the version in force has
 * such: what was agreed to before must not change with the software.
 */
export function fillTables(
  document: PolicyDocument,
  tables: Readonly<Record<GeneratedTable, Table>>,
): PolicyDocument {
  const body = document.body.map((section) => ({
    ...section,
    blocks: section.blocks.map((block): Block =>
      block.kind === "generated"
        ? { kind: "table", ...tables[block.of] }
        : block
    ),
  }));
  return { ...document, body };
}

/** A section as one writes it: lines are paragraphs. */
export function section(
  id: string,
  title: string,
  ...blocks: (string | Block)[]
): Section {
  return {
    id,
    title,
    blocks: blocks.map((block) =>
      typeof block === "string" ? { kind: "text", text: block } : block
    ),
  };
}

/** A table as one reads it: cells between bars, the head first. */
export function table(caption: string, head: string, ...rows: string[]): Block {
  const cells = (row: string) => row.split(" | ");
  return {
    kind: "table",
    caption,
    columns: cells(head),
    rows: rows.map(cells),
  };
}
