import type { Millis } from "../kernel/mod.ts";
import type { Change, Check, Draft } from "./draft.ts";
import { bellKey, RECORDS } from "./keys.ts";
import type { Line } from "./line.ts";
import { pieceKeys, stageKey } from "./pieces.ts";

/** denokv refuses more than 10 checks in one atomic, Deno more than 100. */
export const MAX_CHECKS = 10;
export const MAX_MUTATIONS = 1000;

/** Room for the record itself below the 800 KiB of one commit. */
const PIECES_AT_ONCE = 600_000;

/**
 * How long KV may keep things past their end before it drops them by itself.
 * What leads to a record outlives it, so that erasure always finds the record.
 */
const RECORD_SLACK: Millis = 60_000;
const DERIVED_SLACK: Millis = 600_000;

type Outcome = { ok: true; version: string } | { ok: false };

/** Sends a draft; larger pieces go ahead, unseen until the record's commit. */
export async function send(
  line: Line,
  draft: Draft,
  now: Millis,
): Promise<Outcome> {
  const checks = draft.allChecks();
  const bytes = draft.large.reduce((sum, { ref }) => sum + ref.size, 0);
  if (bytes <= PIECES_AT_ONCE) {
    const pieces = draft.large.flatMap(({ pieces, ends }) =>
      pieces.map((piece) => ({ ...piece, ends }))
    );
    return await sendOnce(line, draft, checks, pieces, now);
  }
  const stages = await stage(line, draft, checks, now);
  if (stages === null) return { ok: false };
  for (const { key } of stages) draft.deletes.push(key);
  const sent = await sendOnce(line, draft, [...checks, ...stages], [], now);
  if (!sent.ok) await unstage(line, draft);
  draft.deletes.length -= stages.length;
  return sent;
}

async function sendOnce(
  line: Line,
  draft: Draft,
  checks: readonly Check[],
  pieces: readonly Change[],
  now: Millis,
): Promise<Outcome> {
  const mutations = draft.sets.length + draft.deletes.length + pieces.length +
    draft.bells.size;
  refuseTooMuch(checks.length, mutations);
  const atomic = checked(line, checks);
  for (const key of draft.deletes) atomic.delete(key);
  for (const change of draft.sets) set(atomic, change, now);
  for (const piece of pieces) set(atomic, piece, now);
  for (const bell of draft.bells) atomic.sum(bellKey(bell), 1n);
  const done = await line.commit(atomic);
  return done.ok ? { ok: true, version: done.versionstamp } : { ok: false };
}

/** Puts pieces in place under marks that the sweep finds if we die here. */
async function stage(
  line: Line,
  draft: Draft,
  checks: readonly Check[],
  now: Millis,
): Promise<Check[] | null> {
  const stages: Check[] = [];
  for (const { ref, pieces, ends } of draft.large) {
    const key = stageKey(ref.pieces);
    const subjects = [...draft.touched];
    const marked = checked(line, checks)
      .set(key, { at: now, subjects, size: ref.size });
    const done = await line.commit(marked);
    if (!done.ok) {
      await unstage(line, draft);
      return null;
    }
    stages.push({ key, version: done.versionstamp });
    for (let at = 0; at < pieces.length; at += 10) {
      const some = checked(line, checks);
      for (const piece of pieces.slice(at, at + 10)) {
        set(some, { ...piece, ends }, now);
      }
      if (!(await line.commit(some)).ok) {
        await unstage(line, draft);
        return null;
      }
    }
  }
  return stages;
}

async function unstage(line: Line, draft: Draft): Promise<void> {
  for (const { ref } of draft.large) {
    const atomic = line.kv.atomic().delete(stageKey(ref.pieces));
    for (const key of pieceKeys(ref)) atomic.delete(key);
    await line.commit(atomic);
  }
}

function checked(
  line: Line,
  checks: readonly Check[],
): Deno.AtomicOperation {
  const atomic = line.kv.atomic();
  for (const { key, version } of checks) {
    atomic.check({ key, versionstamp: version });
  }
  return atomic;
}

function set(
  atomic: Deno.AtomicOperation,
  { key, value, ends }: Change,
  now: Millis,
): void {
  if (ends === null) atomic.set(key, value);
  else {
    const slack = key[0] === RECORDS ? RECORD_SLACK : DERIVED_SLACK;
    atomic.set(key, value, { expireIn: Math.max(1, ends - now + slack) });
  }
}

function refuseTooMuch(checks: number, mutations: number): void {
  if (checks > MAX_CHECKS) {
    throw new RangeError(
      `Cannot commit: ${checks} checks in one write, ${MAX_CHECKS} at most`,
    );
  }
  if (mutations > MAX_MUTATIONS) {
    throw new RangeError(
      `Cannot commit: ${mutations} changes in one write, ${MAX_MUTATIONS} at most`,
    );
  }
}
