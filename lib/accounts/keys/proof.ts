import { type AccountId, type Millis, MINUTE } from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { passkeys, recoveryCodes } from "./records.ts";

/** How long a shown key counts as fresh. */
const FRESH: Millis = 5 * MINUTE;

/** The ways back into an account. */
export interface AccountKeys {
  /** The day the recovery code was made; null without one. */
  codeDay: Millis | null;
  passkeys: {
    id: string;
    createdDay: Millis;
    usedDay: Millis;
    backedUp: boolean;
  }[];
}

export function isProven({ provenAt }: Member, now: Millis): boolean {
  return provenAt > 0 && now - provenAt < FRESH;
}

export async function findKeys(
  store: Store,
  accountId: AccountId,
): Promise<AccountKeys> {
  const code = await store.get(recoveryCodes, [accountId]);
  const { items } = await store.list(passkeys, "byAccount", {
    of: [accountId],
    limit: 100,
  });
  return {
    codeDay: code?.value.createdDay ?? null,
    passkeys: items.map(({ value: { id, createdDay, usedDay, backedUp } }) => ({
      id,
      createdDay,
      usedDay,
      backedUp,
    })),
  };
}

export function hasKeys(keys: AccountKeys): boolean {
  return keys.codeDay !== null || keys.passkeys.length > 0;
}

/** The first key needs a session; every later one also needs an earlier key. */
export async function mayAddKey(
  store: Store,
  member: Member,
  now: Millis,
): Promise<boolean> {
  return isProven(member, now) ||
    !hasKeys(await findKeys(store, member.accountId));
}
