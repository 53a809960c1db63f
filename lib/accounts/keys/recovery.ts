import {
  dayOf,
  type Millis,
  newSecret,
  refuse,
  type Result,
} from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Chatter } from "../actions.ts";
import { noteProof } from "../sessions.ts";
import { codeFrom, readCode, writtenCode } from "./code.ts";
import { mayAddKey } from "./proof.ts";
import { recoveryCodes } from "./records.ts";
import { comeBack, type Return, type ReturnRefusal } from "./return.ts";
import { fitsHash, hashSecret } from "./secret_hash.ts";

/**
 * Makes the account's recovery code, in place of an earlier one. Answers the
 * code as it is shown, once; refuses without fresh proof, where one can be
 * given, so that a stolen session cannot lock its owner out.
 */
export async function makeRecoveryCode(
  store: Store,
  chatter: Chatter,
  now: Millis,
): Promise<Result<string, "unproven" | "changed">> {
  if (!await mayAddKey(store, chatter, now)) return refuse("unproven");
  const code = codeFrom(newSecret());
  const hash = await hashSecret(code.secret);
  const { account } = chatter;
  const day = dayOf(now);
  const made = await store.transact(async (write) => {
    const value = {
      account,
      locator: code.locator,
      hash,
      createdDay: day,
      seenDay: day,
    };
    const old = await store.get(recoveryCodes, [account]);
    if (old) write.replace(old, value);
    else write.create(recoveryCodes, value);
    await noteProof(store, write, chatter, now);
  });
  return made.ok ? { ok: true, value: writtenCode(code) } : refuse("changed");
}

/** Brings an account back by its code; answers the new session's secret. */
export async function returnByCode(
  store: Store,
  typed: string,
  how: Return,
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
  return await comeBack(store, found.value.account, how, (write) => {
    write.unchanged(found);
  });
}
