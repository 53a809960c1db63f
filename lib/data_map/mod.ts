/**
 * For: a person's rights and our duties, derived from the declarations of all rooms.
 * Keeps: erasures, holds, restrictions, objections, and where the sweep stopped.
 * Enter: the composition root, privacy and pages; a page takes only what is `forPerson`.
 */
export {
  createDataMap,
  type DataMap,
  type DataMapOptions,
} from "./data_map.ts";
export type { ErasureResult } from "./erase.ts";
export type {
  ExportedCollection,
  ExportedRecord,
  PersonExport,
} from "./export.ts";
export { ProofRuns, type ProofRunsOptions } from "./proof_runs.ts";
export type { ProofRun } from "./erasure_proof.ts";
export type { HoldOrder } from "./hold.ts";
export type {
  DeclaredKept,
  DeclaredPlan,
  DeclaredReceipt,
  DeclaredTally,
} from "./for_person.ts";
export type { ErasurePlan, Kept, KeptReason } from "./plan.ts";
export type { PortableData } from "./portable.ts";
export type { Proof, ScanResult } from "./proof.ts";
export type { Correction, RectifyRefusal } from "./rectify.ts";
export {
  buildRegister,
  policyTable,
  type Processing,
  type Register,
} from "./register.ts";
export { collectionsIn, registry } from "./registry.ts";
export type { ReplayResult } from "./replay.ts";
export type { SweepCount, SweepOptions, SweepResult } from "./sweep.ts";
