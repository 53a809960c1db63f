import {
  codeFrom,
  fitsHash,
  hashSecret,
  readCode,
  writtenCode,
} from "../../credentials/mod.ts";
import {
  dayOf,
  type Millis,
  newSecret,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { noteProof } from "../sessions.ts";
import { mayAddKey } from "./proof.ts";
import { recoveryCodes } from "./records.ts";
import { type ReturnRefusal, signIn, type SignInFacts } from "./sign_in.ts";

/**
 * Makes the account's recovery code, in place of an earlier one. Answers the
 * code as it is shown, once; refuses without fresh proof, where one can be
 * given, so that a stolen session cannot lock its owner out.
 */
export async function makeRecoveryCode(
  store: Store,
  member: Member,
  now: Millis,
): Promise<Result<string, "unproven" | "changed">> {
  if (!await mayAddKey(store, member, now)) return refuse("unproven");
  const code = codeFrom(newSecret());
  const hash = await hashSecret(code.secret);
  const { accountId } = member;
  const day = dayOf(now);
  const made = await store.transact(async (write) => {
    const value = {
      accountId,
      locator: code.locator,
      hash,
      createdDay: day,
      seenDay: day,
    };
    const old = await store.get(recoveryCodes, [accountId]);
    write.put(old, recoveryCodes, value);
    await noteProof(store, write, member, now);
  });
  return made.ok ? { ok: true, value: writtenCode(code) } : refuse("changed");
}

/** Brings an account back by its code; answers the new session's secret. */
export async function returnByCode(
  store: Store,
  typed: string,
  how: SignInFacts,
): Promise<Result<string, ReturnRefusal>> {
  const code = readCode(typed);
  if (!code) return refuse("unknown");
  const { items: [found] } = await store.list(recoveryCodes, "byLocator", {
    of: [code.locator],
    limit: 1,
  });
  if (!found || !await fitsHash(code.secret, found.value.hash)) {
    return refuse("unknown");
  }
  return await signIn(store, found.value.accountId, how, (write) => {
    write.unchanged(found);
  });
}
