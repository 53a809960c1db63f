import { DAY, type Millis } from "../kernel/mod.ts";
import {
  endOfLife,
  type RawRecord,
  RawStore,
  type Store,
} from "../store/mod.ts";
import { type Checkpoint, signedText } from "./checkpoint.ts";
import { type AuditEntry, hashOf, NO_ENTRY } from "./entry.ts";
import { EMPTY_HEAD, GrowingTree } from "./merkle.ts";
import {
  auditCheckpoints,
  auditEntries,
  auditNotes,
  ENTRY_DAYS,
} from "./records.ts";
import type { SigningKeys } from "./signing_keys.ts";
import { TileReader } from "./tiles.ts";
import { faultInNotes } from "./verify_notes.ts";

/** What can be wrong with an entry. */
export const FAULT_KINDS = [
  /** What it says is not what its hash was made of. */
  "altered",
  /** It is not there, and its time is not over. */
  "missing",
  /** Something lies before it that is no entry of the log. */
  "inserted",
  /** Its record says that it is another one. */
  "misplaced",
  /** The words beside it are not those that it had. */
  "note_altered",
  /** The words beside it are gone, and nothing removed them. */
  "note_missing",
  /** The log ends before it, and was longer. */
  "cut",
  /** From it on, the log is sound in itself and not the one that was signed. */
  "rewritten",
  /** Its hash in the tree is not the entry's. */
  "tile",
  /** The checkpoint that it is the last of is signed by nobody whom we know. */
  "signature",
] as const;
export type FaultKind = typeof FAULT_KINDS[number];

export interface AuditFault {
  /** The first entry that is not as it was; 0 for the first of the log. */
  index: number;
  kind: FaultKind;
}

export interface Verification {
  /** The first entry that is still kept, and how many there have been. */
  from: number;
  size: number;
  /** The head of the tree of all of them. */
  head: string;
  /** Checkpoints that hold, from the store and from outside. */
  checkpoints: number;
  /** The first fault, or null. */
  fault: AuditFault | null;
  took: Millis;
}

export interface VerifyOptions {
  store: Store;
  signingKeys: SigningKeys;
  /** What is known from outside the store; see CheckpointLog. */
  outside: readonly Checkpoint[];
  now: Millis;
  signal?: AbortSignal;
}

const BATCH_SIZE = 500;
const KEPT: Millis = ENTRY_DAYS * DAY;

/**
 * Reads the whole log and names the first entry that is not as it was written.
 * Each entry is compared with its own hash, with what the next one says of it,
 * with the tree, and the tree with every checkpoint. Entries whose time is over
 * may be missing: their hashes are in the tree. Can run beside writers. Throws
 * StoreUnavailable, and what `signal` was aborted with.
 */
export async function verifyLog(
  options: VerifyOptions,
): Promise<Verification> {
  const { store, outside } = options;
  const start = performance.now();
  const inside = await Array.fromAsync(store.each(auditCheckpoints));
  const checkpoints = [...inside.map(({ value }) => value), ...outside]
    .sort((a, b) => a.size - b.size || unsigned(a) - unsigned(b));
  const reading = new Reading(options, checkpoints);
  const fault = await reading.run();
  const { tree, first } = reading;
  return {
    from: first ?? 0,
    size: tree.size,
    head: tree.size === 0 ? EMPTY_HEAD : tree.head,
    checkpoints: reading.held,
    fault,
    took: performance.now() - start,
  };
}

/** One reading of the log, from its first entry on. */
class Reading {
  readonly tree = new GrowingTree();
  /** The first entry that is there. */
  first: number | null = null;
  /** Checkpoints that hold so far. */
  held = 0;
  readonly #rawStore: RawStore;
  #tiles: TileReader;
  /** Hashes of the last two entries. */
  #last: string = NO_ENTRY.hash;
  #beforeLast: string | null = null;
  /** The size of the last checkpoint that holds. */
  #signed = 0;
  /** The first entry whose hash in the tree is another one. */
  #off: number | null = null;

  constructor(
    readonly options: VerifyOptions,
    /** Those not reached yet, by size. */
    readonly checkpoints: Checkpoint[],
  ) {
    this.#rawStore = new RawStore(options.store, [auditEntries, auditNotes]);
    this.#tiles = new TileReader(options.store);
  }

  async run(): Promise<AuditFault | null> {
    const badly = await this.#faultInSignatures();
    let cursor: string | null = null;
    do {
      this.options.signal?.throwIfAborted();
      const batch: { records: RawRecord[]; cursor: string | null } = await this
        .#rawStore.all(auditEntries, { cursor, limit: BATCH_SIZE });
      const fault = await this.#faultInBatch(batch.records);
      if (fault) return fault;
      cursor = batch.cursor;
    } while (cursor !== null);
    return await this.#faultAtEnd() ?? badly;
  }

  /**
   * A checkpoint must be signed, but those from before there was a key. What
   * is wrong is put aside, so that the entries are named first.
   */
  async #faultInSignatures(): Promise<AuditFault | null> {
    const { signingKeys } = this.options;
    let fault: AuditFault | null = null;
    let signed = false;
    const good: Checkpoint[] = [];
    for (const checkpoint of this.checkpoints) {
      const isOpen: boolean = checkpoint.key === null && !signed;
      const isSigned = await signingKeys.isSigned(
        signedText(checkpoint),
        checkpoint,
      );
      const holds = isOpen || isSigned;
      signed ||= isSigned;
      if (holds) good.push(checkpoint);
      else fault ??= { index: checkpoint.size - 1, kind: "signature" };
    }
    this.checkpoints.splice(0, Infinity, ...good);
    return fault;
  }

  async #faultInBatch(
    records: readonly RawRecord[],
  ): Promise<AuditFault | null> {
    const entries: AuditEntry[] = [];
    let fault: AuditFault | null = null;
    // A reader keeps what it read: one for all would keep the whole tree.
    this.#tiles = new TileReader(this.options.store);
    for (const record of records) {
      fault = await this.#faultIn(record, entries);
      if (fault) break;
    }
    const { now } = this.options;
    const noted = await faultInNotes(this.#rawStore, entries, now);
    if (noted && (fault === null || noted.index < fault.index)) return noted;
    return fault;
  }

  async #faultIn(
    record: RawRecord,
    entries: AuditEntry[],
  ): Promise<AuditFault | null> {
    const [key] = record.key;
    const isIndex = record.key.length === 1 && typeof key === "number";
    if (!isIndex || key < this.tree.size) return this.#fault("inserted");
    while (this.tree.size < key) {
      const gone = await this.#faultInGap();
      if (gone) return gone;
      if (this.tree.size > key) return this.#fault("inserted");
    }
    const entry = entryIn(record);
    if (entry === null) return this.#fault("altered");
    if (entry.index !== key) return this.#fault("misplaced");
    const fault = await this.#faultInEntry(entry);
    if (fault) return fault;
    this.first ??= key;
    entries.push(entry);
    return await this.#take(entry.hash);
  }

  /**
   * Compares an entry with its hash and with the one before. Where the two do
   * not fit, either may be wrong: see #isBeforeToBlame.
   */
  async #faultInEntry(entry: AuditEntry): Promise<AuditFault | null> {
    const { hash, ...unhashed } = entry;
    const isWhole = hashOf(unhashed) === hash;
    const isNext = entry.previous === this.#last;
    if (isWhole && isNext) return null;
    if (this.#off !== null) return { index: this.#off, kind: "altered" };
    if (isNext || !await this.#isBeforeToBlame(entry, isWhole)) {
      return this.#fault("altered");
    }
    const index = this.tree.size - 1;
    const kind = entry.previous === this.#beforeLast ? "inserted" : "altered";
    return { index, kind };
  }

  /**
   * An entry that does not follow the one before is right itself if the next
   * one follows it, or if it once followed the one before that. What the tree
   * knows of the one before clears that one.
   */
  async #isBeforeToBlame(
    { index, hash, previous }: AuditEntry,
    isWhole: boolean,
  ): Promise<boolean> {
    if (index === 0 || await this.#tiles.leaf(index - 1) !== null) return false;
    if (!isWhole) return previous === this.#beforeLast;
    const next = await this.#rawStore.record(auditEntries, [index + 1]);
    return next === null || entryIn(next)?.previous === hash;
  }

  /** An entry that is not there: fine if its time is over. */
  async #faultInGap(): Promise<AuditFault | null> {
    const index = this.tree.size;
    const covering = this.checkpoints.find(({ size }) => size > index);
    const isOver = covering && covering.from + KEPT <= this.options.now;
    const leaf = isOver ? await this.#tiles.leaf(index) : null;
    return leaf === null ? this.#fault("missing") : await this.#take(leaf);
  }

  /** Adds a leaf, and compares the tree with what was kept of it. */
  async #take(hash: string): Promise<AuditFault | null> {
    const index = this.tree.size;
    const kept = await this.#tiles.leaf(index);
    if (kept !== null && kept !== hash) this.#off ??= index;
    this.tree.add(hash);
    [this.#beforeLast, this.#last] = [this.#last, hash];
    while (this.checkpoints[0]?.size === this.tree.size) {
      const { head, size } = this.checkpoints.shift()!;
      if (head !== this.tree.head) {
        return this.#off === null
          ? { index: this.#signed, kind: "rewritten" }
          : { index: this.#off, kind: "altered" };
      }
      // The entries are those that were signed: the tree's copy is wrong.
      if (this.#off !== null) return { index: this.#off, kind: "tile" };
      this.#signed = size;
      this.held++;
    }
    return null;
  }

  async #faultAtEnd(): Promise<AuditFault | null> {
    const longest = Math.max(0, ...this.checkpoints.map(({ size }) => size));
    while (this.tree.size < longest) {
      const gone = await this.#faultInGap();
      if (gone?.kind !== "missing") {
        if (gone) return gone;
      } else if (this.#off === null) return this.#fault("cut");
      else break;
    }
    if (this.#off !== null) return { index: this.#off, kind: "altered" };
    const beyond = await this.#tiles.leaf(this.tree.size);
    if (beyond === null) return null;
    // Somebody may have written on since the last batch was read.
    const next = await this.options.store.get(auditEntries, [this.tree.size]);
    return next ? null : this.#fault("cut");
  }

  #fault(kind: FaultKind): AuditFault {
    return { index: this.tree.size, kind };
  }
}

function unsigned({ key }: Checkpoint): number {
  return key === null ? 1 : 0;
}

/** The entry as it was written; null for what the log never writes. */
function entryIn(record: RawRecord): AuditEntry | null {
  const parsed = auditEntries.spec.schema.safeParse(record.value);
  if (!parsed.success) return null;
  const entry = parsed.data as AuditEntry;
  const asWritten = record.cap === null && !record.quarantined &&
    record.ends === endOfLife(auditEntries, entry);
  return asWritten ? entry : null;
}
