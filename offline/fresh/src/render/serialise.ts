import { Signal } from "@preact/signals";
import { isElement } from "./elements.ts";

const UNDEFINED = -1;
const NULL = -2;
const NOT_A_NUMBER = -3;
const INFINITE = -4;
const MINUS_INFINITE = -5;
const MINUS_ZERO = -6;
const HOLE = -7;

/**
 * Writes values into one flat list, each once, that refer to each other by
 * index: so what was one value on the server stays one in the browser.
 */
export class Serialiser {
  #out: (string | null)[] = [null];
  #known = new Map<unknown, number>();

  /** `onElement` gives the number of the slot that will hold an element. */
  constructor(readonly onElement: (element: unknown) => number) {}

  add(value: unknown): number {
    const special = specialOf(value);
    if (special !== 0) return special;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const index = this.#out.push(null) - 1;
    this.#known.set(value, index);
    this.#out[index] = this.#write(value);
    return index;
  }

  /** The list as JSON that may stand inside a script element. */
  finish(roots: number[]): string {
    this.#out[0] = JSON.stringify(roots);
    return `[${this.#out.join(",")}]`;
  }

  #write(value: unknown): string {
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
        return JSON.stringify(value);
      case "bigint":
        return tagged("BigInt", String(value));
      case "object":
        return this.#object(value!);
      default:
        throw new TypeError(
          `Cannot give a ${typeof value} to an island: it cannot leave the server`,
        );
    }
  }

  #object(value: object): string {
    if (value instanceof Signal) {
      const kind = isComputed(value) ? "Computed" : "Signal";
      return tagged(kind, this.add(value.peek()));
    }
    if (isElement(value)) return tagged("Slot", this.onElement(value));
    if (Array.isArray(value)) return this.#array(value);
    if (value instanceof Map) {
      const flat = [...value].flat().map((item) => this.add(item));
      return tagged("Map", ...flat);
    }
    if (value instanceof Set) {
      return tagged("Set", ...[...value].map((item) => this.add(item)));
    }
    return leaf(value) ?? this.#record(value as Record<string, unknown>);
  }

  #array(value: unknown[]): string {
    const items: number[] = [];
    for (let index = 0; index < value.length; index++) {
      items.push(index in value ? this.add(value[index]) : HOLE);
    }
    return JSON.stringify(items);
  }

  #record(value: Record<string, unknown>): string {
    const parts: string[] = [];
    for (const key of Object.keys(value)) {
      // Assigned in the browser it would change the object's prototype.
      if (key === "__proto__") continue;
      parts.push(`${JSON.stringify(key)}:${this.add(value[key])}`);
    }
    return `{${parts.join(",")}}`;
  }
}

function specialOf(value: unknown): number {
  if (value === undefined) return UNDEFINED;
  if (value === null) return NULL;
  if (typeof value !== "number") return 0;
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  if (value === Infinity) return INFINITE;
  if (value === -Infinity) return MINUS_INFINITE;
  return Object.is(value, -0) ? MINUS_ZERO : 0;
}

function tagged(type: string, ...values: unknown[]): string {
  return JSON.stringify([type, ...values]);
}

function isComputed(signal: Signal): boolean {
  const setter = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(signal),
    "value",
  )?.set;
  return setter === undefined;
}

/** Values without parts of their own. */
function leaf(value: object): string | null {
  if (value instanceof Date) {
    return tagged("Date", Number.isNaN(+value) ? null : value.toISOString());
  }
  if (value instanceof URL) return tagged("URL", value.href);
  if (value instanceof RegExp) {
    return tagged("RegExp", value.source, value.flags);
  }
  if (value instanceof Uint8Array) {
    return tagged("Uint8Array", value.toBase64());
  }
  const name = Object.prototype.toString.call(value);
  if (name.startsWith("[object Temporal.")) {
    return tagged("Temporal", name.slice(17, -1), String(value));
  }
  return null;
}
