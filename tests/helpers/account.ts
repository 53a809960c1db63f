import { assert } from "@std/assert";
import {
  addAccount,
  type DeviceFacts,
  findSession,
} from "../../lib/accounts/mod.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";
import { TestClock } from "./clock.ts";

export const PHONE_FACTS: DeviceFacts = {
  family: "mobile",
  os: "iOS 17.4",
  connection: "4g",
  network: "198.51.100.0/24",
};

/** An empty store and a clock that stands still, for actions on accounts. */
export async function openAccounts() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  return {
    clock,
    store,
    /** Somebody who has just been let in, with the secret of their cookie. */
    arrive: (device: DeviceFacts | null = null) => arrive(store, clock, device),
    /** Who the cookie belongs to, at this moment. */
    find: (token: string) => findSession(store, token, clock.now(), nothing),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

async function arrive(
  store: Store,
  clock: TestClock,
  device: DeviceFacts | null,
) {
  const write = store.write();
  const { token, accountId } = addAccount(write, clock.now(), device);
  assert((await write.commit()).ok);
  const member = await findSession(store, token, clock.now(), nothing);
  assert(member);
  return { token, accountId, member };
}

/** Renews nothing: these tests are not about what else lasts. */
async function nothing(): Promise<void> {}
