import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  askChallenge,
  takeChallenge,
} from "../../lib/accounts/keys/challenge.ts";
import { proofOf, removeKey } from "../../lib/accounts/keys/actions.ts";
import {
  findKeys,
  hasKeys,
  isProven,
  mayAddKey,
} from "../../lib/accounts/keys/proof.ts";
import {
  makeRecoveryCode,
  returnByCode,
} from "../../lib/accounts/keys/recovery.ts";
import { passkeys, recoveryCodes } from "../../lib/accounts/keys/records.ts";
import {
  challengeIn,
  fitsHash,
  hashSecret,
} from "../../lib/credentials/mod.ts";
import { type AccountId, dayOf, MINUTE } from "../../lib/kernel/mod.ts";
import { openAccounts } from "../helpers/account.ts";

type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** Makes a code; answers how it is written. */
async function makeCode(
  { store, clock }: Accounts,
  member: Parameters<typeof makeRecoveryCode>[1],
): Promise<string> {
  const made = await makeRecoveryCode(store, member, clock.now());
  assert(made.ok);
  return made.value;
}

async function addKey(
  { store, clock }: Accounts,
  id: string,
  accountId: AccountId,
): Promise<void> {
  const day = dayOf(clock.now());
  const key = {
    ...{ id, accountId, publicKey: "AAAA", counter: 0, transports: [] },
    ...{ backedUp: true, createdDay: day, usedDay: day, seenDay: day },
  };
  assert((await store.write().create(passkeys, key).commit()).ok);
}

Deno.test("the first key needs a session, each later one an earlier key", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive();
  assertEquals(await mayAddKey(here.store, member, here.clock.now()), true);
  await makeCode(here, member);
  here.clock.pass(5 * MINUTE);
  const later = (await here.find(token))!;
  assertEquals(await mayAddKey(here.store, later, here.clock.now()), false);
  assertEquals(
    await makeRecoveryCode(here.store, later, here.clock.now()),
    { ok: false, refusal: "unproven" },
  );
});

Deno.test("a key that was shown counts for less than five minutes", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive();
  assertEquals(isProven(member, here.clock.now()), false);
  await makeCode(here, member);
  const proven = (await here.find(token))!;
  here.clock.pass(5 * MINUTE - 1);
  assertEquals(isProven(proven, here.clock.now()), true);
  here.clock.pass(1);
  assertEquals(isProven(proven, here.clock.now()), false);
});

Deno.test("whether data may be handed out: fresh, stale, or no key at all", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive();
  const proof = async () =>
    await proofOf(here.store, (await here.find(token))!, here.clock.now());
  assertEquals(await proof(), "none");
  await makeCode(here, member);
  assertEquals(await proof(), "fresh");
  here.clock.pass(6 * MINUTE);
  assertEquals(await proof(), "stale");
});

Deno.test("of a code nothing is kept that opens the account", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const written = await makeCode(here, member);
  const { items: [{ value }] } = await here.store.all(recoveryCodes, {
    limit: 9,
  });
  const plain = written.toLowerCase().replaceAll("-", "");
  assertEquals(value.locator, plain.slice(0, 10));
  assertEquals(JSON.stringify(value).includes(plain.slice(10)), false);
  assert(await fitsHash(plain.slice(10), value.hash));
});

Deno.test("one secret has two hashes, and another secret fits neither", async () => {
  const hashes = [await hashSecret("abc"), await hashSecret("abc")];
  assertNotEquals(hashes[0], hashes[1]);
  for (const hash of hashes) {
    assertEquals(await fitsHash("abc", hash), true);
    assertEquals(await fitsHash("abd", hash), false);
  }
});

Deno.test("a code brings the account back, on a new session that is proven", async () => {
  await using here = await openAccounts();
  const { accountId, member } = await here.arrive();
  const code = await makeCode(here, member);
  const back = await returnByCode(here.store, code.toLowerCase(), {
    current: null,
    device: null,
    now: here.clock.now(),
  });
  assert(back.ok);
  const again = (await here.find(back.value))!;
  assertEquals(again.accountId, accountId);
  assertEquals(isProven(again, here.clock.now()), true);
});

Deno.test("a new code makes the one before void", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive();
  const first = await makeCode(here, member);
  const second = await makeCode(here, (await here.find(token))!);
  const how = { current: null, device: null, now: here.clock.now() };
  assertEquals(await returnByCode(here.store, first, how), {
    ok: false,
    refusal: "unknown",
  });
  assertEquals((await returnByCode(here.store, second, how)).ok, true);
});

Deno.test("a wrong code is unknown, whichever part of it is wrong", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const code = await makeCode(here, member);
  const how = { current: null, device: null, now: here.clock.now() };
  const other = (letter: string) => letter === "0" ? "1" : "0";
  const wrong = [
    "",
    "AAAAA",
    other(code[0]) + code.slice(1),
    code.slice(0, -1) + other(code.at(-1)!),
  ];
  for (const typed of wrong) {
    const back = await returnByCode(here.store, typed, how);
    assertEquals(back, { ok: false, refusal: "unknown" }, typed);
  }
});

Deno.test("whoever is somebody else here is not made into the owner of a code", async () => {
  await using here = await openAccounts();
  const ada = await here.arrive();
  const ben = await here.arrive();
  const code = await makeCode(here, ada.member);
  const back = await returnByCode(here.store, code, {
    current: ben.member,
    device: null,
    now: here.clock.now(),
  });
  assertEquals(back, { ok: false, refusal: "other" });
  assertEquals((await here.find(ben.token))?.accountId, ben.accountId);
});

Deno.test("a key is removed with fresh proof alone, and only by its owner", async () => {
  await using here = await openAccounts();
  const ada = await here.arrive();
  const ben = await here.arrive();
  const remove = async (token: string, which: { passkey: string } | "code") =>
    await removeKey(
      here.store,
      (await here.find(token))!,
      which,
      here.clock.now(),
    );
  await addKey(here, "ada-phone", ada.accountId);
  const kept = async () => {
    const keys = await findKeys(here.store, ada.accountId);
    return keys.passkeys.map(({ id }) => id);
  };
  assertEquals(await remove(ada.token, { passkey: "ada-phone" }), false);
  assertEquals(await kept(), ["ada-phone"]);
  await makeCode(here, ben.member);
  await remove(ben.token, { passkey: "ada-phone" });
  assertEquals(await kept(), ["ada-phone"]);
  await remove(ben.token, "code");
  assertEquals(hasKeys(await findKeys(here.store, ben.accountId)), false);
});

Deno.test("a question to a passkey is answered once, for its use and person", async () => {
  await using here = await openAccounts();
  const [ada, ben] = [await here.arrive(), await here.arrive()];
  const { store, clock } = here;
  await askChallenge(store, "q", "add", ada.accountId, clock.now());
  assertEquals(await takeChallenge(store, "q", "return", null), false);
  assertEquals(await takeChallenge(store, "q", "add", ben.accountId), false);
  assertEquals(await takeChallenge(store, "r", "add", ada.accountId), false);
  const takes = await Promise.all(
    [1, 2, 3].map(() => takeChallenge(store, "q", "add", ada.accountId)),
  );
  assertEquals(takes.filter(Boolean).length, 1);
});

Deno.test("a question lasts five minutes", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  await askChallenge(store, "q", "return", null, clock.now());
  clock.pass(5 * MINUTE + 1);
  assertEquals(await takeChallenge(store, "q", "return", null), false);
});

Deno.test("what no passkey sends holds no question", () => {
  const sent = (value: unknown) =>
    new TextEncoder().encode(JSON.stringify(value))
      .toBase64({ alphabet: "base64url" });
  assertEquals(challengeIn(sent({ challenge: "abc" })), "abc");
  for (
    const wrong of [{}, { challenge: 1 }, { challenge: null }, [], 7, null]
  ) {
    assertEquals(challengeIn(sent(wrong)), "", JSON.stringify(wrong));
  }
  for (const text of ["", "%", "e30", "not base64!"]) {
    assertEquals(challengeIn(text), "", text);
  }
});
