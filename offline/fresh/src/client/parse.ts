import { computed, signal } from "@preact/signals";
import type { IslandRecord, Page } from "./page.ts";
import { slotElement } from "./slots.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const SPECIAL = [undefined, null, NaN, Infinity, -Infinity, -0];
const HOLE = -7;

/** Reads the list that the server's serialiser wrote. */
export function parse(json: string, page: Page) {
  const list: Any[] = JSON.parse(json);
  const done: Any[] = [];

  function get(index: number): Any {
    if (index < 0) return SPECIAL[-index - 1];
    if (!(index in done)) revive(index, list[index]);
    return done[index];
  }

  function revive(index: number, raw: Any) {
    if (typeof raw !== "object") done[index] = raw;
    else if (!Array.isArray(raw)) {
      const target: Any = done[index] = {};
      for (const key in raw) target[key] = get(raw[key]);
    } else if (typeof raw[0] !== "string") {
      const target: Any[] = done[index] = new Array(raw.length);
      raw.forEach((item, at) => {
        if (item !== HOLE) target[at] = get(item);
      });
    } else tagged(index, raw[0], raw.slice(1));
  }

  function tagged(index: number, type: string, parts: Any[]) {
    const [first, second] = parts;
    if (type === "Map") {
      const target = done[index] = new Map();
      for (let at = 0; at < parts.length; at += 2) {
        target.set(get(parts[at]), get(parts[at + 1]));
      }
    } else if (type === "Set") {
      const target = done[index] = new Set();
      parts.forEach((part) => target.add(get(part)));
    } else if (type === "Signal") {
      const target: Any = done[index] = signal();
      target.value = get(first);
    } else if (type === "Computed") {
      const target = get(first);
      done[index] = computed(() => target);
    } else if (type === "Slot") done[index] = slotElement(page, first);
    else done[index] = LEAVES[type](first, second);
  }

  return list[0].map(get) as IslandRecord[];
}

const LEAVES: Record<string, (first: Any, second: Any) => unknown> = {
  BigInt: (text) => BigInt(text),
  Date: (text) => new Date(text ?? NaN),
  URL: (href) => new URL(href),
  RegExp: (source, flags) => new RegExp(source, flags),
  Uint8Array: (text) =>
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  Temporal: (name, text) => (globalThis as Any).Temporal[name].from(text),
};
