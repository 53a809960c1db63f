import type { Millis } from "../kernel/mod.ts";
import type { Change, Check, Draft } from "./draft.ts";
import { channelKey, RECORDS } from "./keys.ts";
import type { Holds } from "./holds.ts";
import type { KvClient } from "./kv_client.ts";
import { chunkKeys, stagedKey } from "./chunks.ts";

/** denokv refuses more than 10 checks in one atomic, Deno more than 100. */
export const MAX_CHECKS = 10;
/** Those left to a write that gives an end to what is about people. */
export const MAX_CHECKS_BESIDE_HOLDS = MAX_CHECKS - 1;
export const MAX_MUTATIONS = 1000;

/** Room for the record itself below the 800 KiB of one commit. */
const CHUNKS_AT_ONCE = 600_000;

/**
 * How long KV may keep things past their end before it drops them by itself.
 * What leads to a record outlives it, so that erasure always finds the record.
 */
const RECORD_SLACK: Millis = 60_000;
const DERIVED_SLACK: Millis = 600_000;

type Sent = { ok: true; version: string } | { ok: false };

/** To where a draft is sent, and what is known there. */
export interface Target {
  kvClient: KvClient;
  holds: Holds;
  now: Millis;
}

/** Sends a draft; larger chunks go ahead, unseen until the record's commit. */
export async function send(
  target: Target,
  draft: Draft,
): Promise<Sent> {
  draft.audit.refuseUnaudited();
  const { holds } = target;
  const checks = [
    ...draft.allChecks(),
    ...(draft.mayEnd ? [holds.check] : []),
  ];
  const bytes = draft.large.reduce((sum, { ref }) => sum + ref.size, 0);
  if (bytes <= CHUNKS_AT_ONCE) {
    const chunks = draft.large.flatMap(({ chunks, ends, about }) =>
      chunks.map((chunk) => ({ ...chunk, ends, about }))
    );
    return await sendOnce(target, draft, checks, chunks);
  }
  const stagedChunks = await staged(target, draft, checks);
  if (stagedChunks === null) return { ok: false };
  for (const { key } of stagedChunks) draft.deletes.push(key);
  const all = [...checks, ...stagedChunks];
  const sent = await sendOnce(target, draft, all, []);
  if (!sent.ok) await unstage(target.kvClient, draft);
  draft.deletes.length -= stagedChunks.length;
  return sent;
}

async function sendOnce(
  target: Target,
  draft: Draft,
  checks: readonly Check[],
  chunks: readonly Change[],
): Promise<Sent> {
  const { kvClient } = target;
  const mutations = draft.sets.length + draft.deletes.length + chunks.length +
    draft.channels.size;
  refuseTooMuch(checks.length, mutations);
  const atomic = checked(kvClient, checks);
  for (const key of draft.deletes) atomic.delete(key);
  for (const change of draft.sets) set(atomic, change, target);
  for (const chunk of chunks) set(atomic, chunk, target);
  for (const channel of draft.channels) atomic.sum(channelKey(channel), 1n);
  const done = await kvClient.commit(atomic);
  return done.ok ? { ok: true, version: done.versionstamp } : { ok: false };
}

/** Puts chunks in place under marks that the sweep finds if we die here. */
async function staged(
  target: Target,
  draft: Draft,
  checks: readonly Check[],
): Promise<Check[] | null> {
  const { kvClient, now } = target;
  const stagedChunks: Check[] = [];
  for (const { ref, chunks, ends, about } of draft.large) {
    const key = stagedKey(ref.chunks);
    const subjects = [...draft.touched];
    const marked = checked(kvClient, checks)
      .set(key, { at: now, subjects, size: ref.size });
    const done = await kvClient.commit(marked);
    if (!done.ok) {
      await unstage(kvClient, draft);
      return null;
    }
    stagedChunks.push({ key, version: done.versionstamp });
    for (let at = 0; at < chunks.length; at += 10) {
      const some = checked(kvClient, checks);
      for (const chunk of chunks.slice(at, at + 10)) {
        set(some, { ...chunk, ends, about }, target);
      }
      if (!(await kvClient.commit(some)).ok) {
        await unstage(kvClient, draft);
        return null;
      }
    }
  }
  return stagedChunks;
}

async function unstage(kvClient: KvClient, draft: Draft): Promise<void> {
  for (const { ref } of draft.large) {
    const atomic = kvClient.kv.atomic().delete(stagedKey(ref.chunks));
    for (const key of chunkKeys(ref)) atomic.delete(key);
    await kvClient.commit(atomic);
  }
}

function checked(
  kvClient: KvClient,
  checks: readonly Check[],
): Deno.AtomicOperation {
  const atomic = kvClient.kv.atomic();
  for (const { key, version } of checks) {
    atomic.check({ key, versionstamp: version });
  }
  return atomic;
}

function set(
  atomic: Deno.AtomicOperation,
  { key, value, ends, about }: Change,
  { holds, now }: Target,
): void {
  const held = about.some((subjectId) => holds.has(subjectId));
  if (ends === null || held) atomic.set(key, value);
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
