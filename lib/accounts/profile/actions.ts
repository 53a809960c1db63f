import {
  type AccountId,
  dayOf,
  type Millis,
  ok,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import { isStale, type Store, versionOf, type Write } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { pictures, profiles } from "./records.ts";

export interface Profile {
  username: string | null;
  interests: string[];
  languages: string[];
}

/** A profile and the version of it that a form was made from. */
export interface ProfileView extends Profile {
  version: string;
}

const NONE = { username: null, interests: [], languages: [] };

export async function findProfile(
  store: Store,
  { accountId }: Member,
): Promise<ProfileView> {
  const found = await store.get(profiles, [accountId]);
  const { username, interests, languages } = found?.value ?? NONE;
  return { username, interests, languages, version: versionOf(found) };
}

/**
 * Saves what a person says about themselves. Refuses as stale when another
 * form was saved since this one was shown; the same form twice is fine.
 */
export async function saveProfile(
  store: Store,
  { accountId }: Member,
  { version, ...given }: ProfileView,
  now: Millis,
): Promise<Result<void, "stale">> {
  const found = await store.get(profiles, [accountId]);
  if (isStale({ version }, found)) {
    return same(found?.value ?? NONE, given) ? ok(undefined) : refuse("stale");
  }
  const value = { accountId, ...given, seenDay: dayOf(now) };
  const write = store.write().put(found, profiles, value);
  return (await write.commit()).ok ? ok(undefined) : refuse("stale");
}

/** Puts a picture in place of an earlier one. */
export async function savePicture(
  store: Store,
  { accountId }: Member,
  image: Uint8Array<ArrayBuffer>,
  now: Millis,
): Promise<void> {
  await store.transactOrThrow("save a picture", async (write) => {
    const found = await store.get(pictures, [accountId]);
    const value = { accountId, image, seenDay: dayOf(now) };
    write.put(found, pictures, value);
  });
}

export async function removePicture(
  store: Store,
  { accountId }: Member,
): Promise<void> {
  await store.transactOrThrow("remove a picture", async (write) => {
    const found = await store.get(pictures, [accountId]);
    if (found) write.remove(found);
  });
}

export async function findPicture(
  store: Store,
  { accountId }: Member,
): Promise<Uint8Array | null> {
  return (await store.get(pictures, [accountId]))?.value.image ?? null;
}

/** What staff took from an account; null for what they left. */
export interface TakenFromProfile {
  username: string | null;
  image: Uint8Array | null;
}

/** Whether there is something to take from an account. */
export async function hasInProfile(
  store: Store,
  accountId: AccountId,
): Promise<{ name: boolean; picture: boolean }> {
  const profile = await store.get(profiles, [accountId]);
  const picture = await store.get(pictures, [accountId]);
  return {
    name: (profile?.value.username ?? null) !== null,
    picture: picture !== null,
  };
}

/** Takes name or picture, or both, in a write; answers what was there. */
export async function takeFromProfile(
  store: Store,
  write: Write,
  accountId: AccountId,
  wanted: { name: boolean; picture: boolean },
): Promise<TakenFromProfile> {
  const profile = wanted.name ? await store.get(profiles, [accountId]) : null;
  const picture = wanted.picture
    ? await store.get(pictures, [accountId])
    : null;
  if (profile) write.replace(profile, { ...profile.value, username: null });
  if (picture) write.remove(picture);
  return {
    username: profile?.value.username ?? null,
    image: picture?.value.image ?? null,
  };
}

/** Gives back in a write what was taken, where nothing is in its place. */
export async function giveBackToProfile(
  store: Store,
  write: Write,
  accountId: AccountId,
  { username, image }: TakenFromProfile,
  now: Millis,
): Promise<void> {
  const seenDay = dayOf(now);
  const profile = await store.get(profiles, [accountId]);
  if (username !== null && (profile?.value.username ?? null) === null) {
    const value = profile?.value ?? { accountId, ...NONE, seenDay };
    write.put(profile, profiles, { ...value, username });
  }
  if (image !== null && !await store.get(pictures, [accountId])) {
    write.create(pictures, { accountId, image: image.slice(), seenDay });
  }
}

function same(a: Profile, b: Profile): boolean {
  const text = ({ username, interests, languages }: Profile) =>
    JSON.stringify([username, interests, languages]);
  return text(a) === text(b);
}
