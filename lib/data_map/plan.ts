import type { RawRecord } from "../store/mod.ts";
import { type Context, isOver, recordsAbout } from "./context.ts";
import { heldIn, longestKeep, outcomeFor } from "./outcome.ts";
import { holds, type Tally } from "./records.ts";
import { count } from "./tallies.ts";

/** Records that outlive an erasure. */
export interface Kept {
  collection: string;
  reason: string;
  /** Milliseconds since the epoch, the latest of them; null: until released. */
  until: number | null;
  count: number;
}

export interface ErasurePlan {
  tallies: Record<string, Tally>;
  kept: Kept[];
}

/**
 * What an erasure would do, without doing it. Its tallies are those of the
 * erasure if nothing is written meanwhile.
 */
export async function planErasure(
  context: Context,
  subjectId: string,
): Promise<ErasurePlan> {
  const tallies: Record<string, Tally> = {};
  const now = context.clock.now();
  for (const collection of context.collections) {
    if (collection.spec.despiteErasure !== undefined) continue;
    if (collection.plan.roles.length === 0) continue;
    for await (const record of recordsAbout(context, subjectId, collection)) {
      const held = await heldIn(context, [record]);
      count(tallies, record, outcomeFor(record, subjectId, held, now));
    }
  }
  return { tallies, kept: await keptAbout(context, subjectId) };
}

/** What stays about a person despite erasure, by declaration or by hold. */
export async function keptAbout(
  context: Context,
  subjectId: string,
): Promise<Kept[]> {
  const kept = new Map<string, Kept>();
  for await (const record of recordsAbout(context, subjectId)) {
    const { name, spec } = record.collection;
    if (spec.despiteErasure !== undefined) continue;
    const reason = await reasonFor(context, record, subjectId);
    if (!reason) continue;
    const at = `${name} ${reason.reason}`;
    const last = kept.get(at);
    kept.set(at, {
      collection: name,
      reason: reason.reason,
      until: later(last?.until, reason.until),
      count: (last?.count ?? 0) + 1,
    });
  }
  return [...kept.values()];
}

async function reasonFor(
  context: Context,
  record: RawRecord,
  subjectId: string,
): Promise<{ reason: string; until: number | null } | null> {
  const [held] = await heldIn(context, [record]);
  if (held !== undefined) {
    const hold = await context.store.get(holds, [held]);
    return { reason: "a hold", until: hold?.value.until ?? null };
  }
  const keep = longestKeep(record, subjectId);
  const now = context.clock.now();
  return keep && keep.until > now && !isOver(record, now) ? keep : null;
}

function later(a: number | null | undefined, b: number | null): number | null {
  if (a === undefined) return b;
  return a === null || b === null ? null : Math.max(a, b);
}
