import {
  type AccountId,
  dayOf,
  type Millis,
  MINUTE,
  ok,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import { addMail, addNotice } from "../../notices/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import {
  fitsHash,
  isOpenCode,
  MAIL_CODE_LIFE,
  mayAskAgain,
  newMailCode,
} from "../../credentials/mod.ts";
import { contacts } from "./records.ts";

/** Whose contact address, and in which language we write to it. */
interface Asked {
  member: Member;
  locale: string;
  now: Millis;
}

export interface ContactView {
  address: string | null;
  /** The address that waits for its code; null when none does. */
  pending: string | null;
}

export async function findContact(
  store: Store,
  { accountId }: Member,
  now: Millis,
): Promise<ContactView> {
  const found = await store.get(contacts, [accountId]);
  if (!found) return { address: null, pending: null };
  const { address, pending } = found.value;
  return { address, pending: isOpenCode(found.value, now) ? pending : null };
}

/** Where mail about the account goes; null without a confirmed address. */
export async function addressOf(
  store: Store,
  accountId: AccountId,
): Promise<string | null> {
  return (await store.get(contacts, [accountId]))?.value.address ?? null;
}

/**
 * Sends a code to an address; until it is typed in, an earlier address stays.
 * Refuses within a minute of the last one: the mail may go to a stranger.
 */
export async function askContact(
  store: Store,
  { member, address, locale, now }: Asked & { address: string },
): Promise<Result<void, "soon" | "changed">> {
  const { accountId } = member;
  const { code, kept } = await newMailCode(now);
  const found = await store.get(contacts, [accountId]);
  if (found && !mayAskAgain(found.value, now)) return refuse("soon");
  const asked = {
    accountId,
    address: found?.value.address ?? null,
    confirmedDay: found?.value.confirmedDay ?? null,
    pending: address,
    ...kept,
    seenDay: dayOf(now),
  };
  const write = store.write().put(found, contacts, asked);
  addMail(write, {
    to: address,
    accountId,
    template: "code",
    values: { code, minutes: MAIL_CODE_LIFE / MINUTE },
    locale,
    now,
    usefulUntil: now + MAIL_CODE_LIFE,
  });
  return (await write.commit()).ok ? ok(undefined) : refuse("changed");
}

export interface ContactCode extends Asked {
  code: string;
  /** Asked about an address once it is proven whose it is. */
  mayHave?(address: string): Promise<boolean>;
}

/**
 * Takes the code that came by mail. Three tries in ten minutes, then void.
 * `barred` where the address is of somebody who may not be here.
 */
export async function confirmContact(
  store: Store,
  { code, mayHave, ...asked }: ContactCode,
): Promise<Result<void, "over" | "wrong" | "barred">> {
  const { member, now } = asked;
  const found = await store.get(contacts, [member.accountId]);
  if (!found) return refuse("over");
  const { codeHash, triesLeft, pending } = found.value;
  if (codeHash === null || !isOpenCode(found.value, now)) return refuse("over");
  // The try is spent before it is judged, so that many at once are not more.
  const spent = { ...found.value, triesLeft: triesLeft - 1 };
  if (!(await store.write().replace(found, spent).commit()).ok) {
    return refuse("wrong");
  }
  if (!await fitsHash(code, codeHash)) return refuse("wrong");
  const barred = mayHave && pending !== null && !await mayHave(pending);
  const settled = await settle(store, codeHash, asked, !barred);
  return settled.ok && barred ? refuse("barred") : settled;
}

/**
 * The pending address takes the place of an earlier one, and we say so; one
 * that is not taken is forgotten.
 */
async function settle(
  store: Store,
  codeHash: string,
  { member: { accountId }, locale, now }: Asked,
  taken: boolean,
): Promise<Result<void, "over">> {
  const done = await store.transact(async (write) => {
    const found = await store.get(contacts, [accountId]);
    if (found?.value.codeHash !== codeHash) return false;
    const { address, confirmedDay, pending } = found.value;
    write.replace(found, {
      ...found.value,
      address: taken ? pending : address,
      confirmedDay: taken ? dayOf(now) : confirmedDay,
      pending: null,
      codeHash: null,
      triesLeft: 0,
    });
    if (!taken) return true;
    addNotice(write, {
      accountId,
      template: "addressConfirmed",
      values: {},
      locale,
      now,
      mail: false,
    });
    return true;
  });
  return done.ok && done.value ? ok(undefined) : refuse("over");
}

/**
 * Forgets the address. What stays for the record's life is when a code was last
 * asked for: removing and asking again must not write to a stranger faster.
 */
export async function removeContact(
  store: Store,
  { accountId }: Member,
): Promise<void> {
  await store.transactOrThrow("remove an address", async (write) => {
    const found = await store.get(contacts, [accountId]);
    if (!found) return;
    write.replace(found, {
      ...found.value,
      address: null,
      confirmedDay: null,
      pending: null,
      codeHash: null,
      triesLeft: 0,
    });
  });
}
