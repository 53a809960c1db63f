import { HOUR, type Millis, newId, SECOND } from "../kernel/mod.ts";
import type { Actor } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { loadCase } from "./case_store.ts";
import { openEvidence } from "./case_view.ts";
import { isOwn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { looks } from "./records.ts";

/** A look is over by itself after so long; one whose end is unknown counts it. */
export const MAX_LOOK: Millis = 30 * SECOND;

/**
 * Looks are counted over a working day that moves along, so that signing out
 * and in again counts nothing anew.
 */
export const SHIFT: Millis = 8 * HOUR;

/** More looks than anybody has in a shift. */
const MAX_LOOKS = 2_000;

export interface Look {
  id: string;
  image: Uint8Array<ArrayBuffer>;
}

/** Opens a still: each look is written down and counted before it is shown. */
export async function lookAtEvidence(
  deps: SafetyDeps,
  actor: Actor<"evidence.open">,
  number: string,
  id: string,
): Promise<Look | null> {
  const { store, clock, auditLog } = deps;
  const loaded = await loadCase(store, number);
  if (!loaded) return null;
  const { team, reported } = loaded.value;
  const may = actor.staff.may(team === "general" ? "case.read" : "age.read");
  if (!may || isOwn(actor, reported)) return null;
  const image = await openEvidence(deps, number, id);
  if (!image) return null;
  const look = newId();
  const { staffId: staff } = actor;
  await auditLog.transactOrThrow("open evidence", (write, audit) => {
    const at = clock.now();
    write.add(looks, { id: look, staff, evidence: id, at, endedAt: null });
    audit({
      actor: { kind: "staff", id: staff },
      action: "evidence.open",
      subject: reported,
      object: number,
      details: { evidence: id },
    });
  });
  return { id: look, image };
}

/** Ends a look of one's own. Answers whether there was one that was on. */
export async function endLook(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  { staffId }: Actor<"evidence.open">,
  { id, evidence }: { id: string; evidence: string },
): Promise<boolean> {
  const done = await store.transactOrThrow("end a look", async (write) => {
    const found = await store.get(looks, [id]);
    const isOwn = found?.value.staff === staffId &&
      found.value.evidence === evidence;
    if (!found || !isOwn || found.value.endedAt !== null) return false;
    write.replace(found, { ...found.value, endedAt: clock.now() });
    return true;
  });
  return done === true;
}

export interface LookTally {
  looks: number;
  seconds: number;
}

/**
 * How often somebody looked at stills within the last shift, and how long.
 * A limit of theirs would be asked here, before a look.
 */
export async function lookTally(
  store: Store,
  staffId: string,
  now: Millis,
): Promise<LookTally> {
  const { items } = await store.list(looks, "byStaff", {
    of: [staffId],
    limit: MAX_LOOKS,
    reverse: true,
  });
  const within = items.map(({ value }) => value)
    .filter(({ at }) => at > now - SHIFT);
  const millis = within.reduce((sum, { at, endedAt }) => {
    const end = endedAt ?? now;
    return sum + Math.min(end - at, MAX_LOOK);
  }, 0);
  return { looks: within.length, seconds: Math.round(millis / SECOND) };
}
