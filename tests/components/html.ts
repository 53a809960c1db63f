/** Enough of HTML to ask questions about what our own components write. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** The markup inside; empty for elements that have none. */
  inner: string;
}

const VOID = new Set(["input", "meta", "link", "br", "hr", "img"]);

export function elements(html: string, name = "[a-zA-Z0-9]+"): Element[] {
  const opening = new RegExp(`<(${name})((?:\\s[^<>]*?)?)/?>`, "g");
  return Array.from(html.matchAll(opening), (match) => ({
    name: match[1],
    attributes: attributesIn(match[2]),
    inner: VOID.has(match[1])
      ? ""
      : innerOf(html, match[1], match.index + match[0].length),
  }));
}

function attributesIn(text: string): Record<string, string> {
  const pairs = text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(
    Array.from(pairs, ([, name, value = ""]) => [name, value]),
  );
}

function innerOf(html: string, name: string, from: number): string {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*?(/?)>`, "g");
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (tag[2]) continue;
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(from, tag.index);
  }
  return "";
}

/** Text without marks; what is hidden from assistive technology is left out. */
export function nameOf({ attributes, inner }: Element): string {
  if (attributes["aria-label"]) return attributes["aria-label"];
  return inner
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, "")
    .trim();
}

/** The addresses that a part of a page leads to. */
export function linksOf(html: string, part: string): string[] {
  const [element] = elements(html, part);
  return elements(element.inner, "a").map(({ attributes }) => attributes.href);
}
