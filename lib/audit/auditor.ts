import type { Clock, Millis } from "../kernel/mod.ts";
import { logError } from "../log/mod.ts";
import type { Store } from "../store/mod.ts";
import type { AuditLog } from "./audit_log.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { makeCheckpoint } from "./checkpoints.ts";
import type { CheckpointLog } from "./checkpoint_log.ts";
import type { AuditActor, AuditEntry } from "./entry.ts";
import { auditEntries } from "./records.ts";
import type { SigningKeys } from "./signing_keys.ts";
import {
  type AuditFault,
  FAULT_KINDS,
  type Verification,
  verifyLog,
} from "./verify.ts";

export interface AuditorDeps {
  store: Store;
  clock: Clock;
  auditLog: AuditLog;
  signingKeys: SigningKeys;
  checkpointLog: CheckpointLog;
}

/** What a verification found, as the log itself tells it. */
export interface VerificationView {
  at: Millis;
  from: number;
  size: number;
  fault: AuditFault | null;
  took: Millis;
}

/** The log is not what it was; the message says from where on. */
class AuditLogError extends Error {
  override name = "AuditLogError";
}

/** Signs the head of the log now and then, and verifies all of it. */
export class Auditor {
  #verifying: Promise<Verification> | null = null;
  #closing = new AbortController();

  constructor(readonly deps: AuditorDeps) {}

  /** Whether a verification is under way in this process. */
  get isVerifying(): boolean {
    return this.#verifying !== null;
  }

  /** See makeCheckpoint. */
  checkpoint(): Promise<Checkpoint | null> {
    return makeCheckpoint(this.deps);
  }

  /**
   * Verifies the log and notes there what was found; two at once are one.
   * Throws StoreUnavailable.
   */
  verify(actor: AuditActor): Promise<Verification> {
    this.#verifying ??= this.#verify(actor)
      .finally(() => this.#verifying = null);
    return this.#verifying;
  }

  /** Gives up a verification, and signs what nobody signed yet. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("Millo closes"));
    await this.#verifying?.catch(() => {});
    await this.checkpoint().catch((error) =>
      logError("sign the head of the audit log", error)
    );
  }

  async #verify(actor: AuditActor): Promise<Verification> {
    const { store, clock, auditLog, signingKeys, checkpointLog } = this.deps;
    const found = await verifyLog({
      ...{ store, signingKeys },
      outside: await checkpointLog.read(),
      now: clock.now(),
      signal: this.#closing.signal,
    });
    const { from, size, fault } = found;
    if (fault) {
      const what =
        `trust the audit log from entry ${fault.index} on: ${fault.kind}`;
      logError(what, new AuditLogError(what));
    }
    const took = Math.round(found.took);
    await auditLog.append({
      actor,
      action: "audit.verify",
      details: { from, size, took, sound: fault === null, ...fault },
    });
    return found;
  }
}

/** What the last verification found; null where there was none yet. */
export async function lastVerification(
  store: Store,
): Promise<VerificationView | null> {
  const { items: [stored] } = await store.list(auditEntries, "byAction", {
    of: ["audit.verify"],
    limit: 1,
    reverse: true,
  });
  return stored ? viewOf(stored.value) : null;
}

function viewOf({ at, details }: AuditEntry): VerificationView {
  const kind = FAULT_KINDS.find((kind) => kind === details.kind);
  return {
    at,
    from: Number(details.from),
    size: Number(details.size),
    took: Number(details.took),
    fault: kind ? { index: Number(details.index), kind } : null,
  };
}
