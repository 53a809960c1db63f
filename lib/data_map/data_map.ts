import type { Clock } from "../kernel/mod.ts";
import {
  type Collection,
  type Compaction,
  compactStore,
  Custody,
  PersonKeys,
  type Purpose,
  type Store,
  TombstoneLog,
} from "../store/mod.ts";
import type { Context } from "./context.ts";
import { erase, receiptOf, resumeErasures } from "./erase.ts";
import { exportPerson } from "./export.ts";
import {
  hold,
  type HoldOrder,
  loadHolds,
  release,
  releaseOver,
} from "./hold.ts";
import { planErasure } from "./plan.ts";
import { portable, portableSchema } from "./portable.ts";
import { prove, scan } from "./proof.ts";
import { type Correction, rectify } from "./rectify.ts";
import { buildRegister, policyTable } from "./register.ts";
import { registry } from "./registry.ts";
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
  const { collections, personKeys } = context;
  return {
    collections,
    /** Seals what must be unreadable after an erasure; null without a disk. */
    personKeys,
    /** See exportPerson. */
    export: (person: string) => exportPerson(context, person),
    /** See planErasure. */
    plan: (person: string) => planErasure(context, person),
    /** See erase. */
    erase: (person: string) => erase(context, person),
    /** See receiptOf. */
    receipt: (mark: string) => receiptOf(context, mark),
    /** See resumeErasures. */
    resume: () => resumeErasures(context),
    /** See rectify. */
    rectify: (person: string, correction: Correction) =>
      rectify(context, person, correction),
    /** See portable. */
    portable: (person: string) => portable(context, person),
    /** See portableSchema. */
    portableSchema: () => portableSchema(collections),
    /** See restrict. */
    restrict: (person: string, on = true) => restrict(context, person, on),
    /** See object. */
    object: (person: string, purpose: Purpose, on = true) =>
      object(context, person, purpose, on),
    /** See mayProcess. */
    mayProcess: (person: string, purpose: Purpose) =>
      mayProcess(context, person, purpose),
    /** See hold. */
    hold: (person: string, order: HoldOrder) => hold(context, person, order),
    /** See release. */
    release: (person: string, id: string) => release(context, person, id),
    /** See loadHolds. */
    loadHolds: () => loadHolds(context),
    /** Releases holds that are over, then removes what is past its end. */
    async sweep(how?: SweepOptions): Promise<SweepResult> {
      if (how?.dry === false) await releaseOver(context);
      return await sweep(context.store, context.custody, how);
    },
    /** See buildRegister. */
    register: () => buildRegister(collections),
    /** See policyTable. */
    policyTable: () => policyTable(collections),
    /** See scan. */
    scan: (needles: readonly string[]) => scan(context, needles),
    /** See prove. */
    prove: (person: string, needles: readonly string[]) =>
      prove(context, person, needles),
    /** See compactStore. */
    compact: (): Promise<Compaction> => compactStore(context.store),
    /** See replay. Also loads the holds. */
    async replay() {
      await loadHolds(context);
      return await replay(context);
    },
  };
}

function contextOf(
  { store, clock, dataFolder, collections = registry }: DataMapOptions,
): Context {
  return {
    store,
    clock,
    dataFolder,
    collections,
    custody: new Custody(store, collections),
    tombstones: dataFolder === null
      ? null
      : new TombstoneLog(`${dataFolder}/tombstones.log`),
    personKeys: dataFolder === null
      ? null
      : new PersonKeys(`${dataFolder}/person_keys`),
  };
}
