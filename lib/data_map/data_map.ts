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
import type { DataMapDeps } from "./deps.ts";
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
  const deps = depsOf(options);
  const inTurn = oneAtATime();
  const { collections, personKeys } = deps;
  return {
    collections,
    /** Seals what must be unreadable after an erasure; null without a disk. */
    personKeys,
    /** See exportPerson. */
    export: (subjectId: string) => exportPerson(deps, subjectId),
    /** See planErasure. */
    plan: (subjectId: string) => planErasure(deps, subjectId),
    /** See erase. */
    erase: (subjectId: string) => erase(deps, subjectId),
    /** See receiptOf. */
    receipt: (subjectHash: string) => receiptOf(deps, subjectHash),
    /** See resumeErasures. */
    resume: () => resumeErasures(deps),
    /** See planForPerson. */
    planForPerson: (subjectId: string) => planForPerson(deps, subjectId),
    /** See receiptForPerson. */
    receiptForPerson: (subjectHash: string) =>
      receiptForPerson(deps, subjectHash),
    /** See renewOnVisit. */
    renewOnVisit: (subjectId: string, day: Millis) =>
      renewOnVisit(deps, subjectId, day),
    /** See proveErasures. */
    proveErasures: () => inTurn(() => proveErasures(deps)),
    /** See awaitsProof. */
    awaitsProof: () => awaitsProof(deps),
    /** See compactIfDue. */
    compactIfDue: () => inTurn(() => compactIfDue(deps)),
    /** See rectify. */
    rectify: (subjectId: string, correction: Correction) =>
      rectify(deps, subjectId, correction),
    /** See portable. */
    portable: (subjectId: string) => portable(deps, subjectId),
    /** See portableSchema. */
    portableSchema: () => portableSchema(collections),
    /** See restrict. */
    restrict: (subjectId: string, on = true) => restrict(deps, subjectId, on),
    /** See object. */
    object: (subjectId: string, purpose: Purpose, on = true) =>
      object(deps, subjectId, purpose, on),
    /** See mayProcess. */
    mayProcess: (subjectId: string, purpose: Purpose) =>
      mayProcess(deps, subjectId, purpose),
    /** See hold. */
    hold: (subjectId: string, order: HoldOrder) => hold(deps, subjectId, order),
    /** See release. */
    release: (subjectId: string, id: string) => release(deps, subjectId, id),
    /** Releases holds that are over, then removes what is past its end. */
    async sweep(how?: SweepOptions): Promise<SweepResult> {
      if (how?.dry === false) await releaseOver(deps);
      return await sweep(deps.store, deps.rawStore, how);
    },
    /** See buildRegister. */
    register: () => buildRegister(collections),
    /** See policyTable. */
    policyTable: () => policyTable(collections),
    /** See scan. */
    scan: (searchTerms: readonly string[]) => scan(deps, searchTerms),
    /** See prove. */
    prove: (subjectId: string, searchTerms: readonly string[]) =>
      prove(deps, subjectId, searchTerms),
    /** See compactStore. */
    compact: (): Promise<Compaction> => compactStore(deps.store),
    /** See replay, and resumeHolds. */
    async replay() {
      await resumeHolds(deps);
      await shredOverTerms(deps);
      return await replay(deps);
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

function depsOf(
  { store, clock, dataFolder, onErased, collections = registry }:
    DataMapOptions,
): DataMapDeps {
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
