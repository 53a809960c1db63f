import { addressOf, findKeys } from "../accounts/mod.ts";
import { type AccountId, DAY, type Millis } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { marksOf } from "./browser_marks.ts";
import type { KeyedDigests } from "./digests.ts";
import {
  BAN_DIGEST_DAYS,
  type BanDigestKind,
  banDigests,
  sanctions,
} from "./records.ts";
import { addSanction, type NewSanction } from "./sanctions.ts";
import { isInForce } from "./standing.ts";

/** One digest is of few bans; beyond these nobody looks. */
const MAX_BANS = 20;

export interface BanDeps {
  store: Store;
  digests: KeyedDigests;
}

/**
 * Adds a ban to a write, and by what the person would be known again: what the
 * account's browsers, passkeys and address come to under the server's key. All
 * of it ends with the ban, or after two years. The write must carry the ban's
 * audit entry.
 */
export async function addBan(
  { store, digests }: BanDeps,
  write: Write,
  ban: Omit<NewSanction, "kind">,
): Promise<string> {
  const { accountId, from, until } = ban;
  const sanction = addSanction(write, { ...ban, kind: "ban" });
  const known = await knownBy({ store, digests }, accountId);
  for (const [digest, kind] of known) {
    write.add(banDigests, {
      ...{ digest, kind, sanction, accountId },
      until: until ?? from + BAN_DIGEST_DAYS * DAY,
    });
  }
  return sanction;
}

/** Digests, each once, with their kinds. */
async function knownBy(
  { store, digests }: BanDeps,
  accountId: AccountId,
): Promise<Map<string, BanDigestKind>> {
  const known = new Map<string, BanDigestKind>();
  for (const mark of await marksOf(store, accountId)) {
    known.set(mark, "browser");
  }
  const { passkeys } = await findKeys(store, accountId);
  for (const { id } of passkeys) {
    known.set(await digests.of("passkey", id), "passkey");
  }
  const address = await addressOf(store, accountId);
  if (address !== null) {
    known.set(await digests.of("address", address), "address");
  }
  return known;
}

/**
 * Whether a ban of somebody else is in force that this digest belongs to: of
 * another account than `accountId`, or of one that is erased.
 */
export async function isBarred(
  store: Store,
  digest: string,
  now: Millis,
  accountId: AccountId | null = null,
): Promise<boolean> {
  const { items } = await store.list(banDigests, "byDigest", {
    of: [digest],
    limit: MAX_BANS,
  });
  const others = items.map(({ value }) => value).filter((one) =>
    one.until > now &&
    (one.accountId === null || one.accountId !== accountId)
  );
  const bans = await store.getMany(
    sanctions,
    others.map(({ sanction }) => [sanction] as const),
  );
  return bans.some((ban) => ban !== null && isInForce(ban.value, now));
}

/** The decisions of all bans that a digest belongs to, ended ones as well. */
export async function decisionsBarring(
  store: Store,
  digest: string,
): Promise<string[]> {
  const { items } = await store.list(banDigests, "byDigest", {
    of: [digest],
    limit: MAX_BANS,
  });
  const bans = await store.getMany(
    sanctions,
    items.map(({ value }) => [value.sanction] as const),
  );
  return bans.map((ban) => ban?.value.decision ?? null)
    .filter((decision) => decision !== null);
}
