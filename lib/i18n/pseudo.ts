import { IntlMessageFormat } from "intl-messageformat";
import type { Messages } from "./translate.ts";

/**
 * Languages made up from a real one. Every message stands between ⟦ and ⟧, so
 * that text of any other origin is seen at once, by people and by tests.
 */
export type PseudoKind = "accented" | "reversed";

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

export function pseudoMessages(messages: Messages, kind: PseudoKind): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, madeUp(text, kind)]),
  );
}

function madeUp(text: string, kind: PseudoKind): string {
  const parts = new IntlMessageFormat(text, "en", undefined, {
    ignoreTag: true,
  }).getAst();
  const words = parts.map((part) => written(part, kind)).join("");
  if (kind === "reversed") return `⟦\u202e${words}\u202c⟧`;
  // Other languages need a third more room than English.
  return `⟦${words}${"·".repeat(Math.ceil(text.length * .3))}⟧`;
}

/** A part of a message as ICU writes it, with other words. */
function written(part: Part, kind: PseudoKind): string {
  if (!("value" in part)) return "#";
  if (part.type === 0) return escaped(disguised(part.value, kind));
  if (!("options" in part)) return `{${part.value}}`;
  const options = Object.entries(part.options).map(([name, { value }]) =>
    `${name} {${value.map((inner) => written(inner, kind)).join("")}}`
  );
  const type = "pluralType" in part ? "plural" : "select";
  return `{${part.value}, ${type}, ${options.join(" ")}}`;
}

function escaped(text: string): string {
  return text.replaceAll("'", "''").replace(/[{}#]+/g, "'$&'");
}

const PLAIN = "ACDEGHIKLNORSTUYacdeghiklnorstuy";
const ACCENTED = "ÁÇĎÉĜĤÎĶĻÑÖŔŠŤÛÝáçďéĝĥîķļñöŕšťûý";

/** Names of keys and addresses stay as they are: pages look for them. */
function disguised(text: string, kind: PseudoKind): string {
  if (kind === "reversed") return text;
  return text.replace(
    /(`[^`]*`|\S+@\S+)|[a-z]/gi,
    (found, kept) => kept ?? ACCENTED[PLAIN.indexOf(found)] ?? found,
  );
}
