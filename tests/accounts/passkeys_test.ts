import { assert, assertEquals } from "@std/assert";
import { removeKey } from "../../lib/accounts/keys/actions.ts";
import {
  addPasskey,
  passkeyOptions,
  returnByPasskey,
  returnOptions,
} from "../../lib/accounts/keys/passkeys.ts";
import { findKeys, isProven } from "../../lib/accounts/keys/proof.ts";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import type { Member } from "../../lib/accounts/mod.ts";
import { DAY, dayOf, MINUTE } from "../../lib/kernel/mod.ts";
import { openAccounts } from "../helpers/account.ts";
import { SITE, SoftPasskey } from "../helpers/soft_passkey.ts";

type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** Makes a passkey for somebody; answers what became of it. */
async function add(
  { store, clock }: Accounts,
  member: Member,
  passkey = new SoftPasskey(),
) {
  const asked = await passkeyOptions(store, member, SITE, clock.now());
  if (!asked.ok) return asked;
  const made = await passkey.make(asked.value);
  return await addPasskey(store, member, SITE, made, clock.now());
}

/** Comes back by a passkey, in a browser that nobody is signed in to. */
async function signIn(
  { store, clock }: Accounts,
  passkey: SoftPasskey,
  current: Member | null = null,
) {
  const asked = await returnOptions(store, SITE, clock.now());
  const shown = await passkey.show(asked);
  return await returnByPasskey(store, SITE, shown, {
    ...{ current, device: null, now: clock.now() },
  });
}

async function arrive(here: Accounts) {
  const { token } = await here.arrive();
  return { token, member: (await here.find(token))! };
}

Deno.test("the first passkey is made by a session, and counts as shown", async () => {
  await using here = await openAccounts();
  const { token, member } = await arrive(here);
  const passkey = new SoftPasskey();
  assertEquals(await add(here, member, passkey), {
    ok: true,
    value: undefined,
  });
  const day = dayOf(here.clock.now());
  assertEquals(await findKeys(here.store, member.accountId), {
    codeDay: null,
    passkeys: [{
      ...{ id: passkey.id, createdDay: day, usedDay: day, backedUp: false },
    }],
  });
  const after = (await here.find(token))!;
  assertEquals(isProven(after, here.clock.now()), true);
});

Deno.test("a later passkey needs an earlier key that was shown within five minutes", async () => {
  await using here = await openAccounts();
  const { token, member } = await arrive(here);
  assert((await add(here, member)).ok);
  const fresh = (await here.find(token))!;
  assert((await add(here, fresh)).ok, "at once");
  here.clock.pass(5 * MINUTE);
  const stale = (await here.find(token))!;
  assertEquals(await add(here, stale), { ok: false, refusal: "unproven" });
});

Deno.test("proof that ends between question and answer makes no passkey", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const { token, member } = await arrive(here);
  assert((await add(here, member)).ok);
  const fresh = (await here.find(token))!;
  const asked = await passkeyOptions(store, fresh, SITE, clock.now());
  assert(asked.ok);
  const made = await new SoftPasskey().make(asked.value);
  clock.pass(5 * MINUTE);
  assertEquals(
    await addPasskey(store, fresh, SITE, made, clock.now()),
    { ok: false, refusal: "unproven" },
  );
});

Deno.test("an answer counts once, for the person who was asked, at this site", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const [ada, ben] = [await arrive(here), await arrive(here)];
  const unknown = { ok: false, refusal: "unknown" } as const;
  const answer = async (
    member: Member,
    passkey: SoftPasskey,
    { asker = member }: { asker?: Member } = {},
  ) => {
    const asked = await passkeyOptions(store, asker, SITE, clock.now());
    assert(asked.ok);
    const made = await passkey.make(asked.value);
    const give = () => addPasskey(store, member, SITE, made, clock.now());
    return { first: await give(), second: await give() };
  };
  const stolen = await answer(ben.member, new SoftPasskey(), {
    asker: ada.member,
  });
  assertEquals(stolen.first, unknown);
  const elsewhere = new SoftPasskey({
    ...SITE,
    origin: "https://evil.example",
  });
  assertEquals((await answer(ada.member, elsewhere)).first, unknown);
  const otherHost = new SoftPasskey({ ...SITE, host: "evil.example" });
  assertEquals((await answer(ada.member, otherHost)).first, unknown);
  const { first, second } = await answer(ada.member, new SoftPasskey());
  assert(first.ok);
  assertEquals(second.ok, false);
});

Deno.test("a question that was asked five minutes ago is answered too late", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const { member } = await arrive(here);
  const asked = await passkeyOptions(store, member, SITE, clock.now());
  assert(asked.ok);
  const made = await new SoftPasskey().make(asked.value);
  clock.pass(5 * MINUTE);
  assertEquals(
    await addPasskey(store, member, SITE, made, clock.now()),
    { ok: false, refusal: "unknown" },
  );
});

Deno.test("one passkey is nobody else's, and a page does not offer those that are there", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const [ada, ben] = [await arrive(here), await arrive(here)];
  const passkey = new SoftPasskey();
  assert((await add(here, ada.member, passkey)).ok);
  assertEquals(await add(here, ben.member, passkey), {
    ok: false,
    refusal: "unknown",
  });
  const again = (await here.find(ada.token))!;
  const asked = await passkeyOptions(store, again, SITE, clock.now());
  assert(asked.ok);
  assertEquals(
    asked.value.excludeCredentials?.map(({ id }) => id),
    [passkey.id],
  );
});

Deno.test("an account has five passkeys at most", async () => {
  await using here = await openAccounts();
  const { token } = await arrive(here);
  for (let n = 0; n < 5; n++) {
    const member = (await here.find(token))!;
    assert((await add(here, member)).ok, `passkey ${n + 1}`);
  }
  const member = (await here.find(token))!;
  assertEquals(await add(here, member), { ok: false, refusal: "many" });
});

Deno.test("a passkey brings the account back, and is noted as used that day", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const { member } = await arrive(here);
  const passkey = new SoftPasskey();
  assert((await add(here, member, passkey)).ok);
  clock.pass(3 * DAY);
  const back = await signIn(here, passkey);
  assert(back.ok);
  const found = (await here.find(back.value))!;
  assertEquals(found.accountId, member.accountId);
  assertEquals(isProven(found, clock.now()), true);
  const kept = (await store.get(passkeys, [passkey.id]))!.value;
  assertEquals([kept.usedDay, kept.counter], [
    dayOf(clock.now()),
    passkey.counter,
  ]);
});

Deno.test("a copy of a passkey, which counts from behind, opens nothing", async () => {
  await using here = await openAccounts();
  const { member } = await arrive(here);
  const passkey = new SoftPasskey();
  assert((await add(here, member, passkey)).ok);
  for (let n = 0; n < 3; n++) assert((await signIn(here, passkey)).ok);
  passkey.counter = 1;
  assertEquals(await signIn(here, passkey), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("a passkey that was removed, or was never added, opens nothing", async () => {
  await using here = await openAccounts();
  const { token, member } = await arrive(here);
  const passkey = new SoftPasskey();
  assert((await add(here, member, passkey)).ok);
  const proven = (await here.find(token))!;
  const removed = await removeKey(
    here.store,
    proven,
    { passkey: passkey.id },
    here.clock.now(),
  );
  assert(removed);
  const unknown = { ok: false, refusal: "unknown" } as const;
  assertEquals(await signIn(here, passkey), unknown);
  assertEquals(await signIn(here, new SoftPasskey()), unknown);
});

Deno.test("a passkey of another account does not change a browser over by stealth", async () => {
  await using here = await openAccounts();
  const [ada, ben] = [await arrive(here), await arrive(here)];
  const passkey = new SoftPasskey();
  assert((await add(here, ada.member, passkey)).ok);
  assertEquals(await signIn(here, passkey, ben.member), {
    ok: false,
    refusal: "other",
  });
  const own = await signIn(here, passkey, (await here.find(ada.token))!);
  assert(own.ok);
  assertEquals(await here.find(ada.token), null, "the old session is over");
});

Deno.test("an answer to making a passkey is none to coming back", async () => {
  await using here = await openAccounts();
  const { store, clock } = here;
  const { token, member } = await arrive(here);
  const passkey = new SoftPasskey();
  assert((await add(here, member, passkey)).ok);
  const again = (await here.find(token))!;
  const asked = await passkeyOptions(store, again, SITE, clock.now());
  assert(asked.ok);
  const shown = await passkey.show({ challenge: asked.value.challenge });
  const back = await returnByPasskey(store, SITE, shown, {
    ...{ current: null, device: null, now: clock.now() },
  });
  assertEquals(back, { ok: false, refusal: "unknown" });
});
