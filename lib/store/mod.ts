/**
 * For: records by declared collection, written in atomics that check what was read.
 * Keeps: everything that Millo keeps; tombstones and holds by hash, keys of persons in files.
 * Enter: every room, with its own collections; RawStore and rawWrites are for data_map; audit looks through RawStore, too.
 */
export { appendLine, readLines } from "./atomic_file.ts";
export {
  type Collection,
  defineCollection,
  endOfLife,
  keep,
  type ValueOf,
} from "./collection.ts";
export { type Compaction, compactStore } from "./compact.ts";
export { each } from "./each.ts";
export { type RawRecord, RawStore } from "./raw_store.ts";
export * as rawWrites from "./raw_writes.ts";
export { FolderError } from "./lock.ts";
export { accountId } from "./ids.ts";
export { type IndexKey, subjectHashOf } from "./keys.ts";
export { StoreUnavailable } from "./timeout.ts";
export {
  type Batch,
  DataError,
  type ListOptions,
  type Stored,
} from "./read.ts";
export type {
  Keep,
  KeyPart,
  Period,
  Privacy,
  Spec,
  SubjectRole,
} from "./spec.ts";
export { PersonKeys } from "./person_keys.ts";
export { formsOf, TermSearch } from "./term_search.ts";
export { type FileScan, scanFiles, scanPaths } from "./scan_files.ts";
export { type KeyScan, scanKeys } from "./scan_keys.ts";
export { openStore, shareStore, type StoreOptions } from "./open.ts";
export { Store } from "./store.ts";
export { TombstoneLog } from "./tombstone_log.ts";
export type { Transacted } from "./transact.ts";
export {
  AUDIT_EXEMPTIONS,
  type AuditExemption,
  BASES,
  type Basis,
  FIELD_CLASSES,
  type FieldClass,
  type Provider,
  PROVIDERS,
  type Purpose,
  PURPOSES,
} from "./vocabulary.ts";
export { isStale, versionOf } from "./version.ts";
export {
  type Commit,
  MAX_CHECKS,
  MAX_CHECKS_BESIDE_HOLDS,
  type Write,
} from "./write.ts";
