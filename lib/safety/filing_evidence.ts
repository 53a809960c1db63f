import type { Audit } from "../audit/mod.ts";
import { otherThan, type StoredCall } from "../calls/mod.ts";
import { savedMessages } from "../chat/mod.ts";
import {
  type AccountId,
  type Millis,
  MINUTE,
  newId,
  sha256,
} from "../kernel/mod.ts";
import type { Write } from "../store/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { keepFromOf } from "./evidence_end.ts";
import { REASONS } from "./reasons.ts";
import { evidence } from "./records.ts";
import type { ReasonId } from "./vocabulary.ts";

/** How long after a call its text, and a still, may come with a report. */
export const EVIDENCE_TIME: Millis = 15 * MINUTE;

/** What comes along, before the case that it belongs to is known. */
export interface EvidenceItem {
  kind: "still" | "text";
  plain: Uint8Array;
}

/** One line of a call's text, as evidence. */
export interface EvidenceLine {
  at: Millis;
  from: "reporter" | "reported";
  text: string;
}

/** What comes with a report, as far as it still may. */
export async function gatherEvidence(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  call: StoredCall,
  reporter: AccountId,
  { still, withText, reason }: {
    still: Uint8Array | null;
    withText: boolean;
    reason: ReasonId;
  },
): Promise<EvidenceItem[]> {
  const { endedAt, id } = call.value;
  if (endedAt !== null && clock.now() - endedAt > EVIDENCE_TIME) return [];
  const items: EvidenceItem[] = [];
  if (still) items.push({ kind: "still", plain: still });
  // What was threatened, or said by a child, is kept without being asked for.
  if (!withText && !REASONS[reason].final) return items;
  const messages = await savedMessages(store, id);
  const lines = messages.map(({ at, from, text }): EvidenceLine => ({
    at,
    from: from === reporter ? "reporter" : "reported",
    text,
  }));
  if (lines.length === 0) return items;
  const plain = new TextEncoder().encode(JSON.stringify(lines));
  return [...items, { kind: "text", plain }];
}

export interface NewEvidence {
  call: StoredCall;
  reporter: AccountId;
  report: string;
  caseNumber: string;
  items: readonly EvidenceItem[];
  now: Millis;
}

/** Puts evidence into a write, encrypted under the key of its case. */
export async function addEvidence(
  { evidenceKeys }: Pick<SafetyDeps, "evidenceKeys">,
  write: Write,
  audit: Audit,
  { call, reporter, report, caseNumber, items, now }: NewEvidence,
): Promise<void> {
  if (items.length === 0) return;
  const keepFrom = keepFromOf({
    decidedAt: null,
    appealDecidedAt: null,
    undecidedSince: now,
  });
  const known = await evidenceKeys.saltOf(caseNumber);
  const salt = known?.value.salt ??
    evidenceKeys.addSalt(write, caseNumber, keepFrom);
  if (known) write.replace(known, { ...known.value, keepFrom });
  for (const { kind, plain } of items) {
    const id = newId();
    write.add(evidence, {
      id,
      case: caseNumber,
      report,
      reported: otherThan(call.value, reporter),
      kind,
      sealed: await evidenceKeys.seal({ caseNumber, salt, id }, plain),
      digest: sha256(plain),
      at: now,
      keepFrom,
    });
  }
  audit({
    actor: { kind: "person" },
    action: "evidence.add",
    object: caseNumber,
    details: { report, items: items.length },
  });
}
