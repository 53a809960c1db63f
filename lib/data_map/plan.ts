import type { Row } from "../store/mod.ts";
import { type Context, isOver, recordsAbout } from "./context.ts";
import { heldIn, longestKeep, outcomeFor } from "./outcome.ts";
import { holds, type Tally } from "./records.ts";
import { count } from "./tallies.ts";

/** Records that outlive an erasure. */
export interface Kept {
  collection: string;
  because: string;
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
  person: string,
): Promise<ErasurePlan> {
  const tallies: Record<string, Tally> = {};
  const now = context.clock.now();
  for (const collection of context.collections) {
    if (collection.spec.despiteErasure !== undefined) continue;
    if (collection.plan.roles.length === 0) continue;
    for await (const row of recordsAbout(context, person, collection)) {
      const held = await heldIn(context, [row]);
      count(tallies, row, outcomeFor(row, person, held, now));
    }
  }
  return { tallies, kept: await keptAbout(context, person) };
}

/** What stays about a person despite erasure, by declaration or by hold. */
export async function keptAbout(
  context: Context,
  person: string,
): Promise<Kept[]> {
  const kept = new Map<string, Kept>();
  for await (const row of recordsAbout(context, person)) {
    const { name, spec } = row.collection;
    if (spec.despiteErasure !== undefined) continue;
    const reason = await reasonFor(context, row, person);
    if (!reason) continue;
    const at = `${name} ${reason.because}`;
    const last = kept.get(at);
    kept.set(at, {
      collection: name,
      because: reason.because,
      until: later(last?.until, reason.until),
      count: (last?.count ?? 0) + 1,
    });
  }
  return [...kept.values()];
}

async function reasonFor(
  context: Context,
  row: Row,
  person: string,
): Promise<{ because: string; until: number | null } | null> {
  const [held] = await heldIn(context, [row]);
  if (held !== undefined) {
    const hold = await context.store.get(holds, [held]);
    return { because: "a hold", until: hold?.value.until ?? null };
  }
  const keep = longestKeep(row, person);
  const now = context.clock.now();
  return keep && keep.until > now && !isOver(row, now) ? keep : null;
}

function later(a: number | null | undefined, b: number | null): number | null {
  if (a === undefined) return b;
  return a === null || b === null ? null : Math.max(a, b);
}
