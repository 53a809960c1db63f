import {
  ACTIONS,
  type AuditEntry,
  type Checkpoint,
  type EntryFilter,
  findCheckpoint,
  findEntry,
  isAction,
  lastVerification,
  listCheckpoints,
  listEntries,
  newestCheckpoint,
  noteOf,
  proveConsistency,
  proveInclusion,
  provesConsistency,
  provesInclusion,
} from "../audit/mod.ts";
import {
  DAY,
  type Millis,
  ok,
  refuse,
  type Result,
  SECOND,
} from "../kernel/mod.ts";
import { REASONS, teamsOf } from "../safety/mod.ts";
import {
  findStaffAccount,
  listStaff,
  type Staff,
  staffNames,
} from "../staff/mod.ts";
import { subjectHashOf } from "../store/mod.ts";
import { toPlain } from "../text/mod.ts";
import { logError } from "../log/mod.ts";
import type { StaffCtx } from "./state.ts";

const ENTRIES = 50;
const CHECKPOINTS = 20;

/** How long a page waits for a verification that it asked for. */
const WAIT: Millis = 2 * SECOND;

/** What the page of the log shows. */
export async function auditData(ctx: StaffCtx) {
  const { millo: { store, auditor, clock }, principal: staff } = ctx.state;
  const { searchParams } = ctx.url;
  const asked = askedIn(searchParams);
  const filter = await filterFor(ctx, asked);
  const { entries, before } = await listEntries(store, filter, {
    before: indexIn(searchParams.get("before")),
    limit: ENTRIES,
  });
  const shown = await readable(ctx, entries);
  const open = await openEntry(ctx, indexIn(searchParams.get("entry")));
  const names = await staffNames(
    store,
    [...shown, ...open ? [open.entry] : []].map(staffIdIn),
  );
  const mayRead = staff.may("audit.read");
  return {
    asked,
    entries: shown,
    open,
    names,
    older: before === null ? null : addressOf(asked, { before }),
    isFirst: !searchParams.has("before"),
    query: addressOf(asked, {}),
    staff: mayRead ? await listStaff(store, clock.now()) : [],
    actions: ACTIONS,
    verification: await lastVerification(store),
    isVerifying: auditor.isVerifying,
    may: { read: mayRead, verify: staff.may("audit.verify") },
  };
}

/** What was asked for, as it stands in the address. */
export interface AskedEntries {
  who: string;
  did: string;
  id: string;
  day: string;
}

function askedIn(params: URLSearchParams): AskedEntries {
  const given = (name: string) => (params.get(name) ?? "").trim().slice(0, 64);
  return {
    who: given("who"),
    did: given("did"),
    id: given("id"),
    day: given("day"),
  };
}

function addressOf(
  asked: AskedEntries,
  more: Record<string, string | number>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...more })) {
    if (value !== "") query.set(name, String(value));
  }
  return query.size === 0 ? "/admin/audit" : `/admin/audit?${query}`;
}

/** Whoever may not read the log reads what they did themselves. */
async function filterFor(
  { state: { millo, principal } }: StaffCtx,
  { who, did, id, day }: AskedEntries,
): Promise<EntryFilter> {
  const start = Date.parse(`${day}T00:00:00Z`);
  const isHash = /^[0-9a-f]{64}$/.test(id);
  const isPerson = /^[0-9a-z]{26}$/.test(id) &&
    await findStaffAccount(millo.store, id) === null;
  const subject = isHash ? id : isPerson ? subjectHashOf(id) : null;
  return {
    actor: principal.may("audit.read") ? who || null : principal.staffId,
    action: isAction(did) ? did : null,
    subject,
    object: subject === null && id !== "" ? id : null,
    day: Number.isNaN(start) ? null : start - start % DAY,
  };
}

/** An index in an address; null for anything else. */
function indexIn(text: string | null): number | null {
  const digits = toPlain(text ?? "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

function staffIdIn({ actorKind, actor }: AuditEntry): string | null {
  return actorKind === "staff" ? actor : null;
}

/** Without what is about child safety, for whoever does not work on it. */
async function readable(
  { state: { millo, principal } }: StaffCtx,
  entries: readonly AuditEntry[],
): Promise<AuditEntry[]> {
  const objects = entries.map(({ object }) => object ?? "");
  const teams = await teamsOf(millo.store, objects);
  return entries.filter((entry) =>
    isOwn(entry, principal) || principal.may("age.read") ||
    principal.may("audit.read") && teams.get(entry.object ?? "") !==
        "child_safety" &&
      !isAboutAge(entry)
  );
}

function isOwn(entry: AuditEntry, staff: Staff): boolean {
  return staffIdIn(entry) === staff.staffId;
}

function isAboutAge({ action, details }: AuditEntry): boolean {
  const { reason } = details;
  return action.startsWith("age.") ||
    Object.entries(REASONS).some(([id, { team }]) =>
      id === reason && team === "child_safety"
    );
}

/** An entry with what stands beside it; null for none that they may read. */
async function openEntry(ctx: StaffCtx, index: number | null) {
  if (index === null) return null;
  const { store } = ctx.state.millo;
  const found = await findEntry(store, index);
  const [entry] = found ? await readable(ctx, [found]) : [];
  return entry ? { entry, note: await noteOf(store, entry) } : null;
}

/**
 * Begins a verification, and waits for it a little: a small log is done before
 * the next page is asked for.
 */
export async function beginVerification(ctx: StaffCtx): Promise<void> {
  const { millo: { auditor }, principal: staff } = ctx.state;
  const done = auditor.verify({ kind: "staff", id: staff.staffId })
    .catch((error) => logError("verify the audit log", error));
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, WAIT);
  await Promise.race([done, late.promise]);
  clearTimeout(timer);
}

/** The proof that an entry is in the log; null for none that they may read. */
export async function inclusionData(ctx: StaffCtx) {
  const index = indexIn(ctx.params.index);
  const open = await openEntry(ctx, index);
  if (!open) return null;
  const { store } = ctx.state.millo;
  const checkpoint = await newestCheckpoint(store);
  const { entry } = open;
  const isSigned = checkpoint !== null && checkpoint.size > entry.index;
  const proof = isSigned
    ? await proveInclusion(store, entry.index, checkpoint)
    : null;
  return {
    entry,
    checkpoint: isSigned ? checkpoint : null,
    proof,
    holds: proof !== null && proof.leaf === entry.hash &&
      provesInclusion(proof, proof.path),
  };
}

/** Checkpoints, and the proof that from one to another the log only grew. */
export async function consistencyData(ctx: StaffCtx) {
  const { store } = ctx.state.millo;
  const { searchParams } = ctx.url;
  const { items, cursor } = await listCheckpoints(store, {
    limit: CHECKPOINTS,
    before: indexIn(searchParams.get("before")),
  });
  const [older, newer] = ["older", "newer"].map((name) =>
    indexIn(searchParams.get(name))
  );
  const heads = older === null || newer === null
    ? null
    : await headsOf(ctx, [older, newer]);
  const last = items.at(-1)?.value.size;
  return {
    checkpoints: items.map(({ value }) => value),
    next: cursor === null || last === undefined
      ? null
      : `/admin/audit/proofs?before=${last}`,
    publicKey: ctx.state.millo.auditor.deps.signingKeys.publicKey,
    asked: { older, newer },
    unknown: heads && !heads.ok ? heads.refusal : null,
    proof: heads?.ok ? await consistencyOf(ctx, heads.value) : null,
  };
}

type Heads = [older: Checkpoint, newer: Checkpoint];

/** Two heads, the smaller one first; else the size that none has. */
async function headsOf(
  { state: { millo: { store } } }: StaffCtx,
  sizes: readonly number[],
): Promise<Result<Heads, number>> {
  const sorted = sizes.toSorted((a, b) => a - b);
  const found: Checkpoint[] = [];
  for (const size of sorted) {
    const checkpoint = await findCheckpoint(store, size);
    if (!checkpoint) return refuse(size);
    found.push(checkpoint);
  }
  const [older, newer] = found;
  return ok([older, newer]);
}

async function consistencyOf(
  ctx: StaffCtx,
  [older, newer]: Heads,
) {
  const { store } = ctx.state.millo;
  const proof = await proveConsistency(store, older, newer);
  const holds = provesConsistency(proof.older, proof.newer, proof.path);
  return { ...proof, holds };
}
