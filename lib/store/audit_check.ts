import type { Collection } from "./collection.ts";
import type { AuditExemption } from "./vocabulary.ts";

/**
 * Whether a write carries what its audited collections ask for. One entry
 * stands for all that is written with it.
 */
export class AuditCheck {
  #changed: string | null = null;
  #settled: "entry" | AuditExemption | null = null;

  /** Notes that a record of this collection is written or removed. */
  change({ name, spec }: Collection): void {
    if (spec.audited || spec.auditTrail) this.#changed ??= name;
  }

  /** Notes an entry, or that the declarations ask for none. */
  settle(by: "entry" | AuditExemption): void {
    this.#settled ??= by;
  }

  /** Throws TypeError when there should be an entry and is none. */
  refuseUnaudited(): void {
    if (this.#changed === null || this.#settled !== null) return;
    throw new TypeError(
      `Cannot commit: ${this.#changed} is audited and the write carries no entry`,
    );
  }
}
