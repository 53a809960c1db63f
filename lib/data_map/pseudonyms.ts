import type { RawRecord } from "../store/mod.ts";
import { peopleIn } from "./deps.ts";

/**
 * Names for the other people in one export: the same person has the same name
 * all through it, and another one in the next export.
 */
export class Pseudonyms {
  #key: Promise<CryptoKey>;
  #names = new Map<string, string>();

  /** `self` is called by their own id. */
  constructor(readonly self: string) {
    this.#key = crypto.subtle.generateKey(
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
  }

  /** The fields with each other person of the record under a pseudonym. */
  async in(
    record: RawRecord,
    fields: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const others = peopleIn(record).filter((id) => id !== this.self);
    if (others.length === 0) return fields;
    for (const id of others) await this.#name(id);
    return this.#rename(fields, others) as Record<string, unknown>;
  }

  /** Looks into nested values, too: an id in a list is an id. */
  #rename(value: unknown, others: readonly string[]): unknown {
    if (typeof value === "string") {
      return others.reduce(
        (text, id) =>
          id === "" ? text : text.replaceAll(id, this.#names.get(id)!),
        value,
      );
    }
    if (value instanceof Uint8Array || value === null) return value;
    if (Array.isArray(value)) {
      return value.map((item) => this.#rename(item, others));
    }
    if (typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        this.#rename(name, others),
        this.#rename(item, others),
      ]),
    );
  }

  async #name(id: string): Promise<void> {
    if (this.#names.has(id)) return;
    const bytes = new TextEncoder().encode(id);
    const mac = await crypto.subtle.sign("HMAC", await this.#key, bytes);
    const name = new Uint8Array(mac).toHex().slice(0, 16);
    this.#names.set(id, `person-${name}`);
  }
}
