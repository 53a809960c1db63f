import { newId } from "../kernel/mod.ts";
import { type RawRecord, rawWrites } from "../store/mod.ts";
import { type DataMapDeps, peopleIn, recordsAbout } from "./deps.ts";
import { erase } from "./erase.ts";
import { holds } from "./records.ts";

export interface HoldOrder {
  /** The authority and its file, as the legal room names them. */
  reason: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/**
 * Keeps everything about a person from the sweep and from erasure, an erasure
 * that is under way included. Answers the id that releases this hold. (Legal
 * duties and claims, Article 17(3)(b) and (e) GDPR.)
 */
export async function hold(
  deps: DataMapDeps,
  subjectId: string,
  { reason, until }: HoldOrder,
): Promise<string> {
  const { store } = deps;
  const id = newId();
  await store.transactOrThrow("place a hold", async (write) => {
    const found = await store.get(holds, [subjectId]);
    const reasons = [...found?.value.reasons ?? [], { id, reason, until }];
    const value = { subjectId, reasons, until: latest(reasons) };
    write.put(found, holds, value);
    rawWrites.addHold(write, subjectId);
  });
  await rewrite(deps, subjectId, "hold");
  return id;
}

/**
 * Lifts one hold. With the last one gone the records have their own end again,
 * and erasures that it stopped are carried out. Answers false when there is no
 * such hold.
 */
export async function release(
  deps: DataMapDeps,
  subjectId: string,
  id: string,
): Promise<boolean> {
  const lifted = await lift(deps, subjectId, id);
  if (lifted === null) return false;
  if (lifted === "held") return true;
  const waiting = new Set<string>();
  for await (const record of recordsAbout(deps, subjectId)) {
    if (!record.quarantined) continue;
    for (const other of peopleIn(record)) {
      if (await deps.store.hasTombstone(other)) waiting.add(other);
    }
  }
  await rewrite(deps, subjectId, "free");
  for (const other of waiting) await erase(deps, other);
  return true;
}

/** Releases the holds whose time is over; answers how many. */
export async function releaseOver(deps: DataMapDeps): Promise<number> {
  const now = deps.clock.now();
  let released = 0;
  for await (const { value } of deps.store.each(holds)) {
    for (const { id, until } of value.reasons) {
      if (until > now) continue;
      if (await release(deps, value.subjectId, id)) released++;
    }
  }
  return released;
}

/**
 * Follows the holds of other processes from now on, and finishes what a crash
 * left of placing one: its record is there and not all others are kept yet.
 */
export async function resumeHolds(deps: DataMapDeps): Promise<void> {
  const { store } = deps;
  store.followHolds();
  for await (const { value: { subjectId } } of store.each(holds)) {
    await store.transactOrThrow("mark a hold", async (write) => {
      const found = await store.get(holds, [subjectId]);
      if (!found) return;
      write.unchanged(found);
      rawWrites.addHold(write, subjectId);
    });
    await rewrite(deps, subjectId, "hold");
  }
}

async function lift(
  { store }: DataMapDeps,
  subjectId: string,
  id: string,
) {
  return await store.transactOrThrow("lift a hold", async (write) => {
    const found = await store.get(holds, [subjectId]);
    const left = found?.value.reasons.filter((reason) => reason.id !== id);
    if (!found || left!.length === found.value.reasons.length) return null;
    if (left!.length === 0) {
      write.remove(found);
      rawWrites.removeHold(write, subjectId);
      return "free";
    }
    const until = latest(left!);
    write.replace(found, { ...found.value, reasons: left!, until });
    return "held";
  });
}

/** Takes KV's own expiry from every record about the person, or gives it. */
async function rewrite(
  deps: DataMapDeps,
  subjectId: string,
  how: "hold" | "free",
): Promise<void> {
  for await (const record of recordsAbout(deps, subjectId)) {
    if (record.ends === null || record.quarantined) continue;
    await rewriteRow(deps, record, how);
  }
}

async function rewriteRow(
  { store, rawStore }: DataMapDeps,
  record: RawRecord,
  how: "hold" | "free",
): Promise<void> {
  const { collection, key } = record;
  await store.transactOrThrow(`${how} a record`, async (write) => {
    const now = await rawStore.record(collection, key);
    if (!now) return;
    if (how === "hold") await rawWrites.holdChunks(rawStore, now);
    rawWrites.exempt(write, "hold");
    rawWrites[how](write, now);
  });
}

function latest(reasons: readonly { until: number }[]): number {
  return Math.max(...reasons.map(({ until }) => until));
}
