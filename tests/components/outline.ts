import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Translate } from "../../lib/i18n/mod.ts";

/**
 * What a screen reader says of a page, line by line: what each thing is, its
 * name, its state, and what it is described by. Text of the catalogue stands
 * as its key and values, so that these tests are about when something is said
 * and not about how.
 */
export function outline(
  make: (t: Translate) => VNode,
  /** With what stands around the main part, too. */
  { whole = false }: { whole?: boolean } = {},
): string[] {
  const root = parse(renderToString(make(inKeys)));
  const main = find(root, ({ name }) => name === "main");
  const lines: string[] = [];
  say(whole ? root : main ?? root, { root, lines });
  return lines;
}

/** The lines that one state of a page has and another lacks, both ways. */
export function change(
  before: readonly string[],
  after: readonly string[],
): { gone: string[]; here: string[] } {
  return { gone: without(before, after), here: without(after, before) };
}

/** `admin.case.title` or, with values, `admin.case.left(2)`. */
export const inKeys: Translate = (key, ...[values]) => {
  const said = Object.values(values ?? {});
  return said.length === 0 ? key : `${key}(${said.join(", ")})`;
};

function without(lines: readonly string[], others: readonly string[]) {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}

const VOID = /^(input|meta|link|br|hr|img|wbr|source)$/;

function parse(html: string): Node {
  const root: Node = { name: "", attributes: {}, children: [] };
  const open = [root];
  const tags = /<!--[^]*?-->|<(\/?)([a-zA-Z0-9]+)((?:"[^"]*"|[^>"])*?)(\/?)>/g;
  let at = 0;
  for (const tag of html.matchAll(tags)) {
    const text = html.slice(at, tag.index);
    if (text) open[open.length - 1].children.push(decoded(text));
    at = tag.index + tag[0].length;
    const [, ends, name, attributes, alone] = tag;
    if (name === undefined) continue;
    if (ends) {
      open.pop();
      continue;
    }
    const node = { name, attributes: attributesIn(attributes), children: [] };
    open[open.length - 1].children.push(node);
    if (!alone && !VOID.test(name)) open.push(node);
  }
  return root;
}

function attributesIn(text: string): Record<string, string> {
  const pairs = text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(
    Array.from(pairs, ([, name, value = ""]) => [name, decoded(value)]),
  );
}

function decoded(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** A thing that is said on a line of its own, and not as a part of another. */
const SAID: Record<string, (node: Node, all: Page) => string | null> = {
  h1: heading,
  h2: heading,
  h3: heading,
  p: paragraph,
  nav: ({ attributes, ...node }) =>
    `menu ${attributes["aria-label"] ?? ""}: ${ways(node).join(", ")}`,
  legend: (node) => `group ${textOf(node)}`,
  div: group,
  caption: (node) => `table ${textOf(node)}`,
  tr: (node) => `row ${cells(node).join(" | ")}`,
  dt: (node) => `${textOf(node)}:`,
  time: (node) => textOf(node),
  summary: (node) => `fold ${textOf(node)}`,
  a: ({ attributes, ...node }) =>
    `link ${nameOf({ attributes, ...node })} to ${attributes.href}` +
    (attributes["aria-current"] ? ", current" : ""),
  button: (node) =>
    `button ${nameOf(node)}` +
    (node.attributes.name
      ? ` sends ${node.attributes.name}=${node.attributes.value}`
      : "") +
    states(node),
  form: ({ attributes: { action, method } }) =>
    `form ${method ?? "get"} ${action ?? ""}`,
  input: field,
  textarea: field,
  select: field,
  option: ({ attributes, ...node }) =>
    `option ${textOf({ attributes, ...node })}` +
    ("selected" in attributes ? ", chosen" : ""),
  img: ({ attributes: { alt } }) => alt ? `picture ${alt}` : null,
  svg: ({ attributes }) =>
    attributes.role === "img" ? `picture ${attributes["aria-label"]}` : null,
};

/** What is said whole: nothing within it is said once more. */
const WHOLE = /^(nav|h[1-6]|legend|caption|dt|summary|button|option|svg|time)$/;

interface Page {
  root: Node;
  lines: string[];
}

function say(node: Node, page: Page): void {
  if (node.attributes["aria-hidden"] === "true") return;
  if ("hidden" in node.attributes) return;
  const { role } = node.attributes;
  if (role === "status" || role === "alert") page.lines.push(`${role}:`);
  const line = SAID[node.name]?.(node, page);
  if (line) page.lines.push(line);
  if (WHOLE.test(node.name)) return;
  const isSaid = node.name === "label" ||
    line !== undefined && line !== null && node.name !== "form";
  for (const child of node.children) {
    if (typeof child === "string") {
      if (!isSaid && child.trim()) page.lines.push(child.trim());
    } else if (!isSaid || /^(p|tr|a|label)$/.test(node.name)) {
      if (!isSaid || isAct(child)) sayActs(child, page, isSaid);
    } else if (node.name === "select") say(child, page);
  }
}

/** Within a paragraph or a row, only what can be pressed stands by itself. */
function sayActs(node: Node, page: Page, only: boolean): void {
  if (!only) return say(node, page);
  if (/^(a|button|input|select|textarea|form)$/.test(node.name)) {
    return say(node, page);
  }
  for (const child of node.children) {
    if (typeof child !== "string") sayActs(child, page, true);
  }
}

function isAct(node: Node): boolean {
  return find(
    node,
    ({ name }) => /^(a|button|input|select|textarea|form)$/.test(name),
  ) !== undefined;
}

/** Nothing where all of it can be pressed, and is said as that. */
function paragraph(node: Node): string | null {
  return textIn(node, false).trim() ? textOf(node) : null;
}

/** A group that is named by another element; all else is said within it. */
function group({ attributes }: Node, page: Page): null {
  if (attributes.role === "group") {
    const about = describedBy(attributes, page);
    const [name] = referred(attributes["aria-labelledby"], page);
    page.lines.push(`group ${name}${about}`);
  }
  return null;
}

function describedBy(attributes: Node["attributes"], page: Page): string {
  const texts = referred(attributes["aria-describedby"], page);
  return texts.length > 0 ? `; ${texts.join("; ")}` : "";
}

function referred(ids = "", { root }: Page): string[] {
  return ids.split(" ")
    .map((id) => find(root, (one) => one.attributes.id === id))
    .filter((one) => one !== undefined).map(textOf).filter(Boolean);
}

/** What a menu has to press, in brackets where one is now. */
function ways(node: { children: Node["children"] }): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "button") return [nameOf(child)];
    if (child.name !== "a") return ways(child);
    const name = nameOf(child);
    return child.attributes["aria-current"] ? `[${name}]` : name;
  });
}

function heading(node: Node): string {
  return `${node.name} ${textOf(node)}`;
}

function field(node: Node, page: Page): string | null {
  const { type = node.name, name, value, id } = node.attributes;
  if (type === "hidden") return `sends ${name}=${value ?? ""}`;
  const label = find(page.root, (one) =>
    one.name === "label" &&
    (id !== undefined && one.attributes.for === id ||
      find(one, (inner) => inner === node) !== undefined));
  const typed = node.name === "textarea" ? textOf(node) : value;
  const shown = ["checkbox", "radio"].includes(type)
    ? ` ${name}=${value ?? "on"}`
    : typed
    ? ` “${typed}”`
    : "";
  return `${type} ${label ? textOf(label) : node.attributes["aria-label"]}` +
    shown + states(node) + describedBy(node.attributes, page);
}

function states({ attributes }: Node): string {
  const said = ["checked", "disabled", "required", "autofocus"].filter((name) =>
    name in attributes
  );
  if (attributes["aria-invalid"] === "true") said.push("invalid");
  if (attributes["aria-pressed"]) {
    said.push(
      attributes["aria-pressed"] === "true" ? "pressed" : "not pressed",
    );
  }
  return said.map((one) => `, ${one}`).join("");
}

function cells(row: Node): string[] {
  return row.children.filter((child) => typeof child !== "string")
    .map(textOf);
}

function nameOf(node: Node): string {
  return node.attributes["aria-label"] ?? textOf(node);
}

/** Text as it is said: without what is hidden. */
function textOf(node: Node): string {
  return textIn(node).replace(/\s+/g, " ").trim();
}

function textIn({ children }: Node, acts = true): string {
  return children.map((child, n) => {
    if (typeof child === "string") return child;
    if (child.attributes["aria-hidden"] === "true") return "";
    if ("hidden" in child.attributes) return "";
    if (child.name === "img") return child.attributes.alt ?? "";
    if (/^(input|select|textarea)$/.test(child.name)) return "";
    if (!acts && /^(a|button)$/.test(child.name)) return "";
    const said = child.attributes["aria-label"] ?? textIn(child, acts);
    const apart = n > 0 && typeof children[n - 1] !== "string";
    return BLOCK.test(child.name) ? ` ${said} ` : apart ? ` ${said}` : said;
  }).join("");
}

const BLOCK = /^(div|p|li|dt|dd|br|form|td|small)$/;

function find(
  node: Node,
  fits: (node: Node) => boolean,
): Node | undefined {
  if (fits(node)) return node;
  for (const child of node.children) {
    if (typeof child === "string") continue;
    const found = find(child, fits);
    if (found) return found;
  }
}
