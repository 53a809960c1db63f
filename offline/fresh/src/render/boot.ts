import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { BuildCache, Island } from "../server/build_cache.ts";
import { internals } from "../server/context.ts";
import { Serialiser } from "./serialise.ts";
import type { RenderState } from "./state.ts";

interface ClientCode {
  /** Markup for the end of the body. */
  tail: string;
  preload: string | null;
}

const NONE: ClientCode = { tail: "", preload: null };

/** Templates and the script that brings the page's islands to life. */
export function clientCode(state: RenderState): ClientCode {
  if (state.records.length === 0) return NONE;
  const { cache } = state.ctx[internals];
  const { props, templates } = pack(state);
  const { start, preload } = loader(cache, state);
  const json = JSON.stringify(props).replaceAll("<", "\\u003c");
  const script = `${start}${json});`;
  return {
    tail: templates +
      `<script type="module" nonce="${state.nonce}">${script}</script>`,
    preload,
  };
}

interface Loader {
  /** The script up to the props. */
  start: string;
  preload: string;
}

const loaders = new WeakMap<BuildCache, Map<string, Loader>>();

/** Pages with the same islands load them in the same words. */
function loader(cache: BuildCache, { used }: RenderState): Loader {
  const known = loaders.get(cache) ?? new Map<string, Loader>();
  loaders.set(cache, known);
  let key = "";
  for (const island of used) key += "," + island.name;
  const found = known.get(key) ?? makeLoader(cache, used);
  known.set(key, found);
  return found;
}

function makeLoader({ runtime }: BuildCache, used: Set<Island>): Loader {
  const urls = [String(runtime)];
  let start = `import { boot } from ${quote(urls[0])};`;
  for (const [chunk, islands] of Map.groupBy(used, ({ chunk }) => chunk)) {
    urls.push(chunk);
    start += `import ${names(islands)} from ${quote(chunk)};`;
  }
  start += `boot({${[...used].map(({ name }) => name).join(",")}},`;
  return { start, preload: urls.map(preloadOf).join(", ") };
}

function quote(url: string): string {
  return JSON.stringify(url);
}

function preloadOf(url: string): string {
  return `<${encodeURI(url)}>; rel="modulepreload"; as="script"`;
}

/** `A`, `{B as X}` or `A,{B}`: what an import of these islands looks like. */
function names(islands: Island[]): string {
  const own = islands.find((island) => island.exportName === "default");
  const named = islands.filter((island) => island !== own).map((island) =>
    island.exportName === island.name
      ? island.name
      : `${island.exportName} as ${island.name}`
  );
  const parts = own ? [own.name] : [];
  if (named.length > 0) parts.push(`{${named.join(",")}}`);
  return parts.join(",");
}

/** Props of all islands, and templates for markup not on the page yet. */
function pack(state: RenderState) {
  const serialiser = new Serialiser((content) => {
    return state.slots.push({ name: "", content, rendered: false }) - 1;
  });
  const roots: number[] = [];
  let templates = "";
  let slot = 0;
  // Templates may hold islands, whose props may hold further markup.
  while (roots.length < state.records.length || slot < state.slots.length) {
    if (roots.length < state.records.length) {
      roots.push(serialiser.add(state.records[roots.length]));
    } else templates += template(state, slot++);
  }
  return { props: serialiser.finish(roots), templates };
}

function template(state: RenderState, id: number): string {
  const slot = state.slots[id];
  if (slot.rendered) return "";
  slot.rendered = true;
  state.inIsland = false;
  // deno-lint-ignore no-explicit-any
  const html = renderToString(h(Fragment, null, slot.content as any));
  return `<template id="frsh-${id}">${html}</template>`;
}
