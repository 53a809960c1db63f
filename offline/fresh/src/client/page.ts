import type { ComponentType, VNode } from "preact";

export interface IslandRecord {
  slots: { id: number; name: string }[];
  props: Record<string, unknown>;
}

/** What the page says about its islands, and where their marks are. */
export interface Page {
  // deno-lint-ignore no-explicit-any
  islands: Record<string, ComponentType<any>>;
  records: IslandRecord[];
  /** First mark of each slot that is shown. */
  slots: Map<number, Comment>;
  /** First marks of the islands that lie in no other island. */
  roots: Comment[];
  /** Elements made from slots so far. */
  // deno-lint-ignore no-explicit-any
  cache: Map<number, (VNode<any> | string)[]>;
}

export const ISLAND = "frsh:island:";
export const SLOT = "frsh:slot:";
const COMMENTS = 128;

export function indexComments(page: Page) {
  index(page, document.body, page.roots);
  for (const template of document.querySelectorAll("template[id^=frsh-]")) {
    index(page, (template as HTMLTemplateElement).content, []);
  }
}

function index(page: Page, parent: Node, roots: Comment[]) {
  const walker = document.createTreeWalker(parent, COMMENTS);
  let depth = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const comment = node as Comment;
    const { data } = comment;
    if (data.startsWith(ISLAND)) {
      if (depth++ === 0) roots.push(comment);
    } else if (data === "/frsh:island") depth--;
    else if (data.startsWith(SLOT)) {
      const id = Number(data.split(":")[2]);
      if (!page.slots.has(id)) page.slots.set(id, comment);
    }
  }
}

/** The nodes from a mark up to its end mark, which is the last in the list. */
export function rangeAfter(start: Comment): ChildNode[] {
  const kind = start.data.startsWith(ISLAND) ? ISLAND : SLOT;
  const close = "/" + kind.slice(0, -1);
  const nodes: ChildNode[] = [];
  let depth = 1;
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    nodes.push(node);
    if (node.nodeType !== 8) continue;
    const { data } = node as Comment;
    if (data.startsWith(kind)) depth++;
    else if (data === close && --depth === 0) break;
  }
  return nodes;
}
