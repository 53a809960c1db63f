import type { Clock } from "../kernel/mod.ts";
import {
  type Store,
  StoreUnavailable,
  type Transacted,
  type Write,
} from "../store/mod.ts";
import { type Before, entryAfter, type NewEntry, NO_ENTRY } from "./entry.ts";
import { AUDIT_CHANNEL } from "./follow.ts";
import { auditEntries, auditNotes } from "./records.ts";

/** Adds an entry to the write at hand. */
export type Audit = (entry: NewEntry) => void;

/** More tries than usual: every writer of every process meets at the last entry. */
const ATTEMPTS = 60;

/** The one way to change what is audited. */
export class AuditLog {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly deps: { store: Store; clock: Clock }) {}

  /**
   * As Store.transact; each entry that `decide` adds stands at the next index,
   * in the same atomic as the change. The writers of this process take turns,
   * since two entries cannot have one index; one of another process makes this
   * one try again. Throws StoreUnavailable.
   */
  transact<T>(
    decide: (write: Write, audit: Audit) => Promise<T> | T,
    attempts = ATTEMPTS,
  ): Promise<Transacted<T>> {
    const done = this.#turn.then(() => this.#transact(decide, attempts));
    this.#turn = done.catch(() => {});
    return done;
  }

  /**
   * The same for what must not be lost. Answers null when a person it is about
   * was erased. Throws StoreUnavailable, with `what` in "Cannot …".
   */
  async transactOrThrow<T>(
    what: string,
    decide: (write: Write, audit: Audit) => Promise<T> | T,
  ): Promise<T | null> {
    const done = await this.transact(decide);
    if (done.ok) return done.value;
    if (done.reason === "erased") return null;
    throw new StoreUnavailable(
      `Cannot ${what}: others keep changing the same records`,
    );
  }

  /** Notes what changes no record, such as a denial or a look. */
  async append(entry: NewEntry): Promise<void> {
    await this.transactOrThrow(
      "write to the audit log",
      (_write, audit) => audit(entry),
    );
  }

  #transact<T>(
    decide: (write: Write, audit: Audit) => Promise<T> | T,
    attempts: number,
  ): Promise<Transacted<T>> {
    const { store, clock } = this.deps;
    return store.transact(async (write) => {
      const batch = await store.all(auditEntries, { limit: 1, reverse: true });
      let last: Before = batch.items[0]?.value ?? NO_ENTRY;
      return await decide(write, (added) => {
        const { entry, note } = entryAfter(last, added, clock.now());
        write.audit(auditEntries, entry).publish(AUDIT_CHANNEL);
        if (note) write.add(auditNotes, note);
        last = entry;
      });
    }, attempts);
  }
}
