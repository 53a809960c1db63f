import { newId } from "../kernel/mod.ts";
import { handling, type Row } from "../store/mod.ts";
import {
  type Context,
  everyRecord,
  peopleIn,
  recordsAbout,
} from "./context.ts";
import { erase } from "./erase.ts";
import { holds } from "./records.ts";

export interface HoldOrder {
  /** The authority and its file, as the legal room names them. */
  because: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/**
 * Keeps everything about a person from the sweep and from erasure, an erasure
 * that is under way included. Answers the id that releases this hold. (Legal
 * duties and claims, Article 17(3)(b) and (e) GDPR.)
 */
export async function hold(
  context: Context,
  person: string,
  { because, until }: HoldOrder,
): Promise<string> {
  const { store } = context;
  const id = newId();
  await orRetry(() =>
    store.transact(async (write) => {
      const found = await store.get(holds, [person]);
      const reasons = [
        ...found?.value.reasons ?? [],
        { id, because, until },
      ];
      const value = { person, reasons, until: latest(reasons) };
      if (found) write.replace(found, value);
      else write.create(holds, value);
    })
  );
  await loadHolds(context);
  await rewrite(context, person, "hold");
  return id;
}

/**
 * Lifts one hold. With the last one gone the records have their own end again,
 * and erasures that it stopped are carried out. Answers false when there is no
 * such hold.
 */
export async function release(
  context: Context,
  person: string,
  id: string,
): Promise<boolean> {
  const lifted = await orRetry(() => lift(context, person, id));
  if (lifted === null) return false;
  if (lifted === "held") return true;
  await loadHolds(context);
  const waiting = new Set<string>();
  for await (const row of recordsAbout(context, person)) {
    if (!row.hidden) continue;
    for (const other of peopleIn(row)) {
      if (await context.store.isBuried(other)) waiting.add(other);
    }
  }
  await rewrite(context, person, "free");
  for (const other of waiting) await erase(context, other);
  return true;
}

/** Releases the holds whose time is over; answers how many. */
export async function releaseOver(context: Context): Promise<number> {
  const now = context.clock.now();
  let released = 0;
  for await (const { value } of everyRecord(context.store, holds)) {
    for (const { id, until } of value.reasons) {
      if (until > now) continue;
      if (await release(context, value.person, id)) released++;
    }
  }
  return released;
}

/**
 * Tells the store who is held, so that what is written about them from now on
 * has no end of its own in KV either. To be called again from time to time
 * where other processes may place holds.
 */
export async function loadHolds({ store }: Context): Promise<void> {
  const held = new Set<string>();
  for await (const { value } of everyRecord(store, holds)) {
    held.add(value.person);
  }
  store.heldBy = (subject) => held.has(subject);
}

async function lift(
  { store }: Context,
  person: string,
  id: string,
) {
  return await store.transact(async (write) => {
    const found = await store.get(holds, [person]);
    const left = found?.value.reasons.filter((reason) => reason.id !== id);
    if (!found || left!.length === found.value.reasons.length) return null;
    if (left!.length === 0) {
      write.remove(found);
      return "free";
    }
    const until = latest(left!);
    write.replace(found, { ...found.value, reasons: left!, until });
    return "held";
  });
}

/** Takes KV's own expiry from every record about the person, or gives it. */
async function rewrite(
  context: Context,
  person: string,
  how: "hold" | "free",
): Promise<void> {
  for await (const row of recordsAbout(context, person)) {
    if (row.ends === null || row.hidden) continue;
    await rewriteRow(context, row, how);
  }
}

async function rewriteRow(
  { store, custody }: Context,
  row: Row,
  how: "hold" | "free",
): Promise<void> {
  for (let now: Row | null = row; now;) {
    if (how === "hold") await handling.holdPieces(custody.line, now);
    const write = store.write();
    handling[how](write, now);
    if ((await write.commit()).ok) return;
    now = await custody.row(row.collection, row.key);
  }
}

function latest(reasons: readonly { until: number }[]): number {
  return Math.max(...reasons.map(({ until }) => until));
}

/** A hold must not be lost to a race: it is tried until it is written. */
async function orRetry<T>(
  work: () => Promise<{ ok: true; value: T } | { ok: false }>,
): Promise<T> {
  for (;;) {
    const done = await work();
    if (done.ok) return done.value;
  }
}
