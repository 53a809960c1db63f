import type { FunctionComponent, VNode } from "preact";
import type { Island } from "../server/build_cache.ts";
import { type Context, internals } from "../server/context.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** What an island instance on the page gets in the browser. */
export interface IslandRecord {
  slots: { id: number; name: string }[];
  props: Record<string, unknown>;
}

/** Markup made on the server that an island places in the browser. */
export interface Slot {
  name: string;
  content: unknown;
  rendered: boolean;
}

/** Everything that one rendering of one page gathers. */
export class RenderState {
  readonly islands: Map<FunctionComponent<Any>, Island>;
  readonly records: IslandRecord[] = [];
  readonly used = new Set<Island>();
  readonly slots: Slot[] = [];
  readonly headItems: VNode<Any>[] = [];
  inIsland = false;
  hasHtml = false;
  hasBody = false;
  /** The page's own `<head>`, set aside until all Head parts are known. */
  head: VNode<Any> | null = null;
  inHead = false;
  readonly nonce: string = crypto.randomUUID().replaceAll("-", "");

  constructor(readonly ctx: Context<Any>) {
    this.islands = ctx[internals].cache.islands;
  }
}

let current: RenderState | null = null;

export function currentState(): RenderState | null {
  return current;
}

/** Runs a synchronous rendering with `state` as the current one. */
export function withState<T>(state: RenderState, run: () => T): T {
  const outer = current;
  current = state;
  try {
    return run();
  } finally {
    current = outer;
  }
}
