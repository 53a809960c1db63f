import { h, type VNode } from "preact";
import { ISLAND, type Page, rangeAfter } from "./page.ts";

// deno-lint-ignore no-explicit-any
type AnyVNode = VNode<any>;
type Part = AnyVNode | string;

interface IslandRange {
  element: AnyVNode;
  nodes: ChildNode[];
  end: ChildNode;
}

/** The element of the island that starts here, its slots filled. */
export function islandElement(page: Page, start: Comment): IslandRange {
  const [, , name, index] = start.data.split(":");
  const { slots, props } = page.records[Number(index)];
  const filled: Record<string, unknown> = { ...props };
  for (const { id, name } of slots) {
    filled[name] = slotElement(page, id);
    // Marks have to be off the page before Preact looks at it.
    if (page.slots.has(id)) slotParts(page, id);
  }
  const element = h(page.islands[name], filled);
  const nodes = rangeAfter(start);
  return { element, end: nodes.pop()!, nodes };
}

export function slotElement(page: Page, id: number): AnyVNode {
  return h(SlotContent, { page, id });
}

// The same elements every time, so that Preact leaves the markup alone.
function SlotContent({ page, id }: { page: Page; id: number }) {
  return slotParts(page, id);
}

function slotParts(page: Page, id: number): Part[] {
  const known = page.cache.get(id);
  if (known) return known;
  const start = page.slots.get(id);
  const template = document.getElementById(`frsh-${id}`);
  const parts = start
    ? partsOf(page, unmark(start))
    : template
    ? partsOf(page, [...(template as HTMLTemplateElement).content.childNodes])
    : [];
  page.cache.set(id, parts);
  return parts;
}

/** The nodes of a slot that is shown, its marks taken off the page. */
function unmark(start: Comment): ChildNode[] {
  const nodes = rangeAfter(start);
  nodes.pop()?.remove();
  start.remove();
  return nodes;
}

function partsOf(page: Page, nodes: ChildNode[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node.nodeType === 3) parts.push((node as Text).data);
    else if (node.nodeType === 1) parts.push(elementOf(page, node as Element));
    else if ((node as Comment).data?.startsWith(ISLAND)) {
      const { element, end } = islandElement(page, node as Comment);
      parts.push(element);
      at = nodes.indexOf(end);
      end.remove();
      node.remove();
    } else (node as Comment).remove();
  }
  return parts;
}

function elementOf(page: Page, element: Element): AnyVNode {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    const own = (element as unknown as Record<string, unknown>)[name];
    // The visitor may have typed: the markup gives defaults, not values.
    if (name === "value" && "defaultValue" in element) {
      props.defaultValue = value;
    } else if (name === "checked") props.defaultChecked = true;
    else props[name] = value === "" && typeof own === "boolean" ? true : value;
  }
  const parts = partsOf(page, [...element.childNodes]);
  return h(element.localName, props, ...parts);
}
