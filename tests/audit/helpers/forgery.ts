import { DAY } from "../../../lib/kernel/mod.ts";
import { type AuditEntry, hashOf } from "../../../lib/audit/mod.ts";
import { ENTRY_DAYS } from "../../../lib/audit/records.ts";

/** What somebody does to the log who can write to the disk and not sign. */
export class Forger {
  constructor(readonly kv: Deno.Kv) {}

  static key(...at: Deno.KvKey): Deno.KvKey {
    return ["r", "audit_entries", ...at];
  }

  async entries(): Promise<AuditEntry[]> {
    const prefix = Forger.key();
    const found = await Array.fromAsync(
      this.kv.list<{ v: AuditEntry }>({ prefix }),
    );
    return found.map(({ value }) => value.v);
  }

  async put(at: number | string, entry: AuditEntry): Promise<void> {
    const x = entry.at + ENTRY_DAYS * DAY;
    await this.kv.set(Forger.key(at), { v: entry, x });
  }

  async putAll(entries: readonly AuditEntry[]): Promise<void> {
    for (const [n, entry] of entries.entries()) await this.put(n, entry);
  }

  async remove(...indexes: number[]): Promise<void> {
    for (const index of indexes) await this.kv.delete(Forger.key(index));
  }

  async edit(
    index: number,
    change: Partial<AuditEntry>,
    rehash: "not" | "it" | "all" = "not",
  ): Promise<void> {
    const entries = await this.entries();
    entries[index] = { ...entries[index], ...change };
    const to = rehash === "all" ? entries.length : index + 1;
    if (rehash !== "not") chain(entries, index, to);
    await this.putAll(entries);
  }

  /** Makes one follow another one, with a hash that fits. */
  async relink(
    index: number,
    previous: string,
    rehash: "it" | "all" = "it",
  ): Promise<void> {
    const entries = await this.entries();
    const { hash: _old, ...rest } = { ...entries[index], previous };
    entries[index] = { ...rest, hash: hashOf(rest) };
    if (rehash === "all") chain(entries, index + 1, entries.length);
    await this.putAll(entries);
  }

  /** Puts another one in, and moves the rest on. */
  async insert(index: number, rehash: "it" | "all"): Promise<void> {
    const entries = await this.entries();
    entries.splice(index, 0, { ...entries[index], object: "MC-X" });
    entries.forEach((entry, n) => entry.index = n);
    chain(entries, index, rehash === "all" ? entries.length : index + 1);
    await this.putAll(entries);
  }

  /** Takes one out, and moves the rest up. */
  async closeUp(index: number, rehash: "not" | "all"): Promise<void> {
    const entries = await this.entries();
    await this.remove(entries.length - 1);
    entries.splice(index, 1);
    entries.forEach((entry, n) => entry.index = n);
    if (rehash === "all") chain(entries, index, entries.length);
    await this.putAll(entries);
  }

  async swap(one: number, other: number, how: "as is" | "renumbered") {
    const entries = await this.entries();
    [entries[one], entries[other]] = [entries[other], entries[one]];
    if (how === "renumbered") entries.forEach((entry, n) => entry.index = n);
    await this.putAll(entries);
  }

  async cut(from: number): Promise<void> {
    const { length } = await this.entries();
    await this.remove(
      ...Array.from({ length: length - from }, (_, n) => from + n),
    );
  }

  /** Everything in the store that a checkpoint left there. */
  async removeTree(): Promise<void> {
    for (const name of ["audit_tiles", "audit_checkpoints"]) {
      for await (const { key } of this.kv.list({ prefix: ["r", name] })) {
        await this.kv.delete(key);
      }
    }
  }
}

/** Makes the hashes fit from one entry on. */
function chain(entries: AuditEntry[], from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const previous = entries[n - 1]?.hash ?? "0".repeat(64);
    const { hash: _old, ...rest } = { ...entries[n], previous };
    entries[n] = { ...rest, hash: hashOf(rest) };
  }
}
