import type { AuditLog } from "../audit/mod.ts";
import type { Clock } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";

export interface StaffDeps {
  store: Store;
  clock: Clock;
  auditLog: AuditLog;
}
