import { type ComponentType, hydrate } from "preact";
import { indexComments, type Page } from "./page.ts";
import { parse } from "./parse.ts";
import { rangeParent } from "./range.ts";
import { islandElement } from "./slots.ts";

/** Brings the islands of the page to life; called by the page's own script. */
export function boot(
  // deno-lint-ignore no-explicit-any
  islands: Record<string, ComponentType<any>>,
  json: string,
) {
  const page: Page = {
    islands,
    records: [],
    slots: new Map(),
    roots: [],
    cache: new Map(),
  };
  page.records = parse(json, page);
  indexComments(page);
  for (const start of page.roots) {
    const { element, nodes, end } = islandElement(page, start);
    const parent = rangeParent(start, end, nodes);
    hydrate(element, parent);
  }
}
