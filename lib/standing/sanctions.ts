import { type AccountId, type Millis, newId } from "../kernel/mod.ts";
import type { Store, Stored, Write } from "../store/mod.ts";
import { type SanctionKind, sanctions } from "./records.ts";
import { type Sanction, type Standing, standingOf } from "./standing.ts";

/** More than anybody collects; the newest count. */
const MAX_SANCTIONS = 100;

type StoredSanction = Stored<Sanction, readonly [string]>;

export interface NewSanction {
  accountId: AccountId;
  kind: SanctionKind;
  from: Millis;
  until: Millis | null;
  provisionalUntil: Millis | null;
  decision: string | null;
}

/** What is in force about a person now. */
export async function findStanding(
  store: Store,
  accountId: AccountId,
  now: Millis,
): Promise<Standing> {
  return standingOf((await ofAccount(store, accountId)).map(valueOf), now);
}

/** Every sanction of a person, the newest first. */
export async function listSanctions(
  store: Store,
  accountId: AccountId,
): Promise<Sanction[]> {
  return (await ofAccount(store, accountId)).map(valueOf);
}

/** Adds a sanction to a write, which must carry its audit entry. */
export function addSanction(write: Write, sanction: NewSanction): string {
  const id = newId();
  write.add(sanctions, { ...sanction, id, endedAt: null });
  return id;
}

/** Puts the end of what a decision imposed into a write. */
export async function endSanctionsOf(
  store: Store,
  write: Write,
  decision: string,
  now: Millis,
): Promise<Sanction[]> {
  const { items } = await store.list(sanctions, "byDecision", {
    of: [decision],
    limit: MAX_SANCTIONS,
  });
  return end(write, items, now);
}

/** Puts the end of every review of a person into a write. */
export async function endReviews(
  store: Store,
  write: Write,
  accountId: AccountId,
  now: Millis,
): Promise<Sanction[]> {
  const reviews = (await ofAccount(store, accountId))
    .filter(({ value }) => value.kind === "review");
  return end(write, reviews, now);
}

/** Ties the ended reviews of a person to nobody, in a write. */
export async function forgetReviews(
  store: Store,
  write: Write,
  accountId: AccountId,
): Promise<void> {
  for (const review of await ofAccount(store, accountId)) {
    const { kind, endedAt } = review.value;
    if (kind !== "review" || endedAt === null) continue;
    write.replace(review, { ...review.value, accountId: null });
  }
}

/** Lets a provisional ban stand: a second person agreed. */
export async function confirmSanctionsOf(
  store: Store,
  write: Write,
  decision: string,
): Promise<void> {
  const { items } = await store.list(sanctions, "byDecision", {
    of: [decision],
    limit: MAX_SANCTIONS,
  });
  for (const sanction of items) {
    if (sanction.value.provisionalUntil === null) continue;
    write.replace(sanction, { ...sanction.value, provisionalUntil: null });
  }
}

function end(
  write: Write,
  found: readonly StoredSanction[],
  now: Millis,
): Sanction[] {
  const open = found.filter(({ value }) => value.endedAt === null);
  for (const sanction of open) {
    write.replace(sanction, { ...sanction.value, endedAt: now });
  }
  return open.map(valueOf);
}

async function ofAccount(
  store: Store,
  accountId: AccountId,
): Promise<StoredSanction[]> {
  const { items } = await store.list(sanctions, "byAccount", {
    of: [accountId],
    limit: MAX_SANCTIONS,
    reverse: true,
  });
  return items;
}

function valueOf({ value }: StoredSanction): Sanction {
  return value;
}
