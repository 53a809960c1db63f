import type { RawRecord } from "../store/mod.ts";
import { type DataMapDeps, isOver, recordsAbout } from "./deps.ts";
import { heldIn, longestKeep, outcomeFor } from "./outcome.ts";
import type { Tally } from "./records.ts";
import { count } from "./tallies.ts";

/** Why a record outlives an erasure. A hold says neither who nor how long. */
export type KeptReason =
  /** `until` in milliseconds since the epoch, the latest of the records. */
  | { kind: "declared"; reason: string; until: number }
  | { kind: "hold" };

/** Records that outlive an erasure. For nobody whom it may be kept from. */
export interface Kept {
  collection: string;
  why: KeptReason;
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
  deps: DataMapDeps,
  subjectId: string,
): Promise<ErasurePlan> {
  const tallies: Record<string, Tally> = {};
  const now = deps.clock.now();
  for (const collection of deps.collections) {
    if (collection.spec.despiteErasure !== undefined) continue;
    if (collection.plan.roles.length === 0) continue;
    for await (const record of recordsAbout(deps, subjectId, collection)) {
      const held = await heldIn(deps, [record]);
      count(tallies, record, outcomeFor(record, subjectId, held, now));
    }
  }
  return { tallies, kept: await keptAbout(deps, subjectId) };
}

/** What stays about a person despite erasure, by declaration or by hold. */
export async function keptAbout(
  deps: DataMapDeps,
  subjectId: string,
): Promise<Kept[]> {
  const kept = new Map<string, Kept>();
  for await (const record of recordsAbout(deps, subjectId)) {
    const { name, spec } = record.collection;
    if (spec.despiteErasure !== undefined) continue;
    const why = await reasonFor(deps, record, subjectId);
    if (!why) continue;
    const at = `${name} ${why.kind === "hold" ? "" : why.reason}`;
    const last = kept.get(at);
    kept.set(at, {
      collection: name,
      why: last ? later(last.why, why) : why,
      count: (last?.count ?? 0) + 1,
    });
  }
  return [...kept.values()];
}

async function reasonFor(
  deps: DataMapDeps,
  record: RawRecord,
  subjectId: string,
): Promise<KeptReason | null> {
  if ((await heldIn(deps, [record])).size > 0) return { kind: "hold" };
  const keep = longestKeep(record, subjectId);
  const now = deps.clock.now();
  return keep && keep.until > now && !isOver(record, now)
    ? { kind: "declared", ...keep }
    : null;
}

function later(a: KeptReason, b: KeptReason): KeptReason {
  if (a.kind === "hold" || b.kind === "hold") return a;
  return a.until < b.until ? b : a;
}
