import { diffArrays, diffWordsWithSpace } from "diff";
import type { Block, PolicyDocument, Section } from "./text.ts";

export interface Span {
  text: string;
  change: "same" | "added" | "removed";
}

export interface ChangedSection {
  id: string;
  /** Empty for the summary, which has no title of its own. */
  title: Span[];
  changed: boolean;
  /** Paragraphs, list items and rows of tables, in the order of reading. */
  lines: Span[][];
}

/** What a reader of `from` would see change, on the way to `to`. */
export function differenceOf(
  from: PolicyDocument,
  to: PolicyDocument,
): ChangedSection[] {
  const [before, after] = [sectionsOf(from), sectionsOf(to)];
  const ids = (sections: Section[]) => sections.map(({ id }) => id);
  return diffArrays(ids(before), ids(after)).flatMap(({ value }) => value)
    .filter((id, n, all) => all.indexOf(id) === n)
    .map((id) => changedSection(id, find(before, id), find(after, id)));
}

function find(sections: Section[], id: string): Section | undefined {
  return sections.find((section) => section.id === id);
}

function sectionsOf({ summary, body }: PolicyDocument): Section[] {
  const list: Block = { kind: "list", items: summary };
  return [{ id: "short", title: "", blocks: [list] }, ...body];
}

function changedSection(
  id: string,
  before: Section | undefined,
  after: Section | undefined,
): ChangedSection {
  const title = inWords(before?.title ?? "", after?.title ?? "");
  const lines = inLines(linesOf(before), linesOf(after));
  const spans = [...title, ...lines.flat()];
  const changed = spans.some(({ change }) => change !== "same");
  return { id, title, lines, changed };
}

function linesOf(section: Section | undefined): string[] {
  return (section?.blocks ?? []).flatMap((block) => {
    switch (block.kind) {
      case "text":
        return [block.text];
      case "list":
        return block.items;
      case "table":
        return block.rows.map((row) => row.join(" · "));
      case "generated":
        return [];
    }
  });
}

/** Lines that went and lines that came at one place are read side by side. */
function inLines(before: string[], after: string[]): Span[][] {
  const lines: Span[][] = [];
  let gone: string[] = [];
  const release = () => {
    lines.push(...gone.map((text) => singleSpan(text, "removed")));
    gone = [];
  };
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (removed) {
      release();
      gone = value;
    } else if (added) {
      for (const text of value) lines.push(...beside(gone.shift(), text));
      release();
    } else {
      release();
      lines.push(...value.map((text) => singleSpan(text, "same")));
    }
  }
  release();
  return lines;
}

/** Word by word where most of a line stayed; else the old one and the new one. */
function beside(old: string | undefined, text: string): Span[][] {
  if (old === undefined) return [singleSpan(text, "added")];
  const spans = inWords(old, text);
  const kept = spans.filter(({ change }) => change === "same")
    .reduce((sum, span) => sum + span.text.length, 0);
  return 2 * kept >= Math.max(old.length, text.length)
    ? [spans]
    : [singleSpan(old, "removed"), singleSpan(text, "added")];
}

function inWords(before: string, after: string): Span[] {
  return joined(
    diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
      text: value,
      change: added ? "added" : removed ? "removed" : "same",
    })),
  );
}

/**
 * Words that were replaced one after the other are read as one phrase that
 * went and one that came, with the spaces between them in both.
 */
function joined(spans: Span[]): Span[] {
  const runs: Span[][] = [];
  for (const [n, span] of spans.entries()) {
    const last = runs.at(-1);
    const next = spans[n + 1];
    const between = span.text.trim() === "" && next?.change !== "same";
    const goes = span.change !== "same" || (between && next !== undefined);
    if (last && goes && last.some(({ change }) => change !== "same")) {
      last.push(span);
    } else runs.push([span]);
  }
  return runs.flatMap(phrase);
}

function phrase(run: Span[]): Span[] {
  const side = (without: Span["change"]) =>
    run.filter(({ change }) => change !== without)
      .map(({ text }) => text).join("");
  const [went, came] = [side("added"), side("removed")];
  if (run.length === 1 || !went.trim() || !came.trim()) return run;
  return [{ text: went, change: "removed" }, { text: came, change: "added" }];
}

function singleSpan(text: string, change: Span["change"]): Span[] {
  return [{ text, change }];
}
