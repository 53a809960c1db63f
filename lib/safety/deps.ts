import type { AuditLog } from "../audit/mod.ts";
import type { Clock } from "../kernel/mod.ts";
import type { KeyedDigests } from "../standing/mod.ts";
import type { Store } from "../store/mod.ts";
import type { EvidenceKeys } from "./evidence_keys.ts";

export interface SafetyDeps {
  store: Store;
  clock: Clock;
  auditLog: AuditLog;
  evidenceKeys: EvidenceKeys;
  digests: KeyedDigests;
}
