import type { Audit } from "../audit/mod.ts";
import type { AccountId, Millis } from "../kernel/mod.ts";
import { addNotice } from "../notices/mod.ts";
import { addSanction, isInForce, listSanctions } from "../standing/mod.ts";
import type { Store, Write } from "../store/mod.ts";

/**
 * The one rule by which a machine acts on somebody: a report that they seem
 * under 18 holds them until a person has looked. Counted up when it changes.
 */
export const HOLD_RULE = { id: "held-for-age", version: 1 } as const;

/**
 * Kept out of calls from this moment, until a person has looked. Once is
 * enough: all holds of a person end in one write, whose checks are counted.
 */
export async function addHold(
  store: Store,
  write: Write,
  audit: Audit,
  { accountId, caseNumber, now }: {
    accountId: AccountId;
    caseNumber: string;
    now: Millis;
  },
): Promise<void> {
  const isHeld = (await listSanctions(store, accountId)).some((sanction) =>
    sanction.kind === "review" && isInForce(sanction, now)
  );
  if (isHeld) return;
  addNotice(write, {
    ...{ accountId, template: "held", values: {}, now, mail: true },
  });
  addSanction(write, {
    ...{ accountId, kind: "review", from: now },
    ...{ until: null, provisionalUntil: null, decision: null },
  });
  audit({
    actor: { kind: "system" },
    action: "sanction.impose",
    subject: accountId,
    object: caseNumber,
    details: { kind: "review", rule: HOLD_RULE.id, version: HOLD_RULE.version },
  });
}
