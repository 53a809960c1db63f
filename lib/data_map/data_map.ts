import type { Clock, Millis } from "../kernel/mod.ts";
import {
  type Collection,
  type Compaction,
  compactStore,
  PersonKeys,
  type Purpose,
  RawStore,
  type Store,
  TombstoneLog,
} from "../store/mod.ts";
import type { Context } from "./context.ts";
import { erase, receiptOf, resumeErasures } from "./erase.ts";
import { awaitsProof, proveErasures, shredOverTerms } from "./erasure_proof.ts";
import { compactIfDue } from "./compaction.ts";
import { exportPerson } from "./export.ts";
import { planForPerson, receiptForPerson } from "./for_person.ts";
import {
  hold,
  type HoldOrder,
  release,
  releaseOver,
  resumeHolds,
} from "./hold.ts";
import { planErasure } from "./plan.ts";
import { portable, portableSchema } from "./portable.ts";
import { prove, scan } from "./proof.ts";
import { type Correction, rectify } from "./rectify.ts";
import { buildRegister, policyTable } from "./register.ts";
import { registry } from "./registry.ts";
import { renewOnVisit } from "./renew.ts";
import { replay } from "./replay.ts";
import { mayProcess, object, restrict } from "./restriction.ts";
import { sweep, type SweepOptions, type SweepResult } from "./sweep.ts";

export interface DataMapOptions {
  store: Store;
  clock: Clock;
  /**
   * Where tombstones and the keys of persons lie, and what `prove` searches;
   * null where there is no disk of ours.
   */
  dataFolder: string | null;
  /** In the order of erasure; the whole registry unless said otherwise. */
  collections?: readonly Collection[];
  /** Called when an erasure has removed its records; see proveErasures. */
  onErased?(): void;
}

export type DataMap = ReturnType<typeof createDataMap>;

/**
 * What can be done with everything that is kept about a person, derived from
 * the declarations. Times are milliseconds since the epoch. Every function
 * throws StoreUnavailable when the store does not answer; all of them can be
 * called again after that, and by two processes at once.
 */
export function createDataMap(options: DataMapOptions) {
  const context = contextOf(options);
  const inTurn = oneAtATime();
  const { collections, personKeys } = context;
  return {
    collections,
    /** Seals what must be unreadable after an erasure; null without a disk. */
    personKeys,
    /** See exportPerson. */
    export: (subjectId: string) => exportPerson(context, subjectId),
    /** See planErasure. */
    plan: (subjectId: string) => planErasure(context, subjectId),
    /** See erase. */
    erase: (subjectId: string) => erase(context, subjectId),
    /** See receiptOf. */
    receipt: (subjectHash: string) => receiptOf(context, subjectHash),
    /** See resumeErasures. */
    resume: () => resumeErasures(context),
    /** See planForPerson. */
    planForPerson: (subjectId: string) => planForPerson(context, subjectId),
    /** See receiptForPerson. */
    receiptForPerson: (subjectHash: string) =>
      receiptForPerson(context, subjectHash),
    /** See renewOnVisit. */
    renewOnVisit: (subjectId: string, day: Millis) =>
      renewOnVisit(context, subjectId, day),
    /** See proveErasures. */
    proveErasures: () => inTurn(() => proveErasures(context)),
    /** See awaitsProof. */
    awaitsProof: () => awaitsProof(context),
    /** See compactIfDue. */
    compactIfDue: () => inTurn(() => compactIfDue(context)),
    /** See rectify. */
    rectify: (subjectId: string, correction: Correction) =>
      rectify(context, subjectId, correction),
    /** See portable. */
    portable: (subjectId: string) => portable(context, subjectId),
    /** See portableSchema. */
    portableSchema: () => portableSchema(collections),
    /** See restrict. */
    restrict: (subjectId: string, on = true) =>
      restrict(context, subjectId, on),
    /** See object. */
    object: (subjectId: string, purpose: Purpose, on = true) =>
      object(context, subjectId, purpose, on),
    /** See mayProcess. */
    mayProcess: (subjectId: string, purpose: Purpose) =>
      mayProcess(context, subjectId, purpose),
    /** See hold. */
    hold: (subjectId: string, order: HoldOrder) =>
      hold(context, subjectId, order),
    /** See release. */
    release: (subjectId: string, id: string) => release(context, subjectId, id),
    /** Releases holds that are over, then removes what is past its end. */
    async sweep(how?: SweepOptions): Promise<SweepResult> {
      if (how?.dry === false) await releaseOver(context);
      return await sweep(context.store, context.rawStore, how);
    },
    /** See buildRegister. */
    register: () => buildRegister(collections),
    /** See policyTable. */
    policyTable: () => policyTable(collections),
    /** See scan. */
    scan: (searchTerms: readonly string[]) => scan(context, searchTerms),
    /** See prove. */
    prove: (subjectId: string, searchTerms: readonly string[]) =>
      prove(context, subjectId, searchTerms),
    /** See compactStore. */
    compact: (): Promise<Compaction> => compactStore(context.store),
    /** See replay, and resumeHolds. */
    async replay() {
      await resumeHolds(context);
      await shredOverTerms(context);
      return await replay(context);
    },
  };
}

/** Runs one after the other what rewrites the same files. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

function contextOf(
  { store, clock, dataFolder, onErased, collections = registry }:
    DataMapOptions,
): Context {
  return {
    store,
    clock,
    dataFolder,
    collections,
    rawStore: new RawStore(store, collections),
    tombstones: dataFolder === null
      ? null
      : new TombstoneLog(`${dataFolder}/tombstones.log`),
    personKeys: dataFolder === null
      ? null
      : new PersonKeys(`${dataFolder}/person_keys`),
    termsInMemory: new Map(),
    onErased: () => onErased?.(),
  };
}
