import { Fragment, h, type VNode } from "preact";
import type { Island } from "../server/build_cache.ts";
import { isElement } from "./elements.ts";
import { raw } from "./raw.ts";
import { currentState, type RenderState } from "./state.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

interface FrameProps {
  island: Island;
  own: Record<string, unknown>;
  id: unknown;
}

/** Turns the element of an island into the island between its two marks. */
export function frameIsland(vnode: VNode<Any>, island: Island) {
  vnode.props = { island, own: vnode.props, id: vnode.key };
  vnode.type = IslandFrame as Any;
}

function IslandFrame({ island, own, id }: FrameProps): Any {
  const state = currentState();
  const type = island.fn as Any;
  if (state === null || state.inIsland) return h(type, own as Any);
  const record = { slots: [], props: {} };
  const index = state.records.push(record) - 1;
  state.used.add(island);
  const props = withSlots(state, record, own);
  state.inIsland = true;
  const key = id == null ? "" : encodeURIComponent(String(id));
  return [
    raw(`<!--frsh:island:${island.name}:${index}:${key}-->`),
    h(type, props),
    h(End, { mark: "<!--/frsh:island-->", inIsland: false }),
  ];
}

// Rendered after its elder siblings: the place to step back out.
function End({ mark, inIsland }: { mark: string; inIsland: boolean }): Any {
  const state = currentState();
  if (state !== null) state.inIsland = inIsland;
  return raw(mark);
}

function withSlots(
  state: RenderState,
  record: { slots: Any[]; props: Record<string, unknown> },
  own: Record<string, unknown>,
): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const name in own) {
    const value = own[name];
    if (isMarkup(value, name === "children")) {
      const id = state.slots.length;
      state.slots.push({ name, content: value, rendered: false });
      record.slots.push({ id, name });
      props[name] = h(ServerSlot, { id });
    } else {
      record.props[name] = value;
      props[name] = value;
    }
  }
  return props;
}

/** Elements, and lists with elements where they are children. */
function isMarkup(value: unknown, children: boolean): boolean {
  if (Array.isArray(value)) {
    return children && value.some((item) => isMarkup(item, true));
  }
  return isElement(value);
}

function ServerSlot({ id }: { id: number }): Any {
  const state = currentState();
  const slot = state?.slots[id];
  if (!state || !slot) return null;
  if (slot.rendered) return h(Fragment, null, slot.content as Any);
  slot.rendered = true;
  const { inIsland } = state;
  state.inIsland = false;
  return [
    raw(`<!--frsh:slot:${id}:${slot.name}-->`),
    slot.content,
    h(End, { mark: "<!--/frsh:slot-->", inIsland }),
  ];
}
