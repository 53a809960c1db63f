import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { AuditLog } from "../../lib/audit/mod.ts";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { createDataMap } from "../../lib/data_map/mod.ts";
import {
  type AccountId,
  DAY,
  dayOf,
  newAccountId,
  newId,
  newSecret,
} from "../../lib/kernel/mod.ts";
import {
  endSanctionsOf,
  isBarred,
  KeyedDigests,
  noteMark,
} from "../../lib/standing/mod.ts";
import { BAN_DIGEST_DAYS, banDigests } from "../../lib/standing/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { ban } from "../helpers/sanctions.ts";

const ADDRESS = "ada@example.org";
const PASSKEY = "cGFzc2tleS1vZi1hZGEtbG92ZWxhY2U";

async function open() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const places = { store, clock, configured: null, dataFolder: null };
  const digests = new KeyedDigests(places);
  const barred = async (
    kind: "browser" | "passkey" | "address",
    text: string,
    accountId: AccountId | null = null,
  ) =>
    await isBarred(
      store,
      await digests.of(kind, text),
      clock.now(),
      accountId,
    );
  return {
    ...{ clock, store, digests, barred },
    /** Somebody with a browser, a passkey and an address. */
    async arrive(): Promise<{ accountId: AccountId; secret: string }> {
      const [accountId, secret] = [newAccountId(), newSecret()];
      const now = clock.now();
      const day = dayOf(now);
      const mark = await digests.of("browser", secret);
      const done = await store.transact(async (write) => {
        await noteMark(store, write, { accountId, mark, now });
        write.add(passkeys, {
          ...{ id: PASSKEY, accountId, publicKey: "k", counter: 0 },
          ...{ transports: [], backedUp: false },
          ...{ createdDay: day, usedDay: day, seenDay: day },
        });
        write.add(contacts, {
          ...{ accountId, address: ADDRESS, confirmedDay: day, pending: null },
          ...{ codeHash: null, triesLeft: 0, askedAt: now, seenDay: day },
        });
      });
      assert(done.ok);
      return { accountId, secret };
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("M15: a ban is known again by browser, passkey and address, of others alone", async () => {
  await using here = await open();
  const { accountId, secret } = await here.arrive();
  const known = async (but: AccountId | null = null) => [
    await here.barred("browser", secret, but),
    await here.barred("passkey", PASSKEY, but),
    await here.barred("address", ADDRESS, but),
  ];
  assertEquals(await known(), [false, false, false]);
  await ban(here, accountId);
  assertEquals(await known(), [true, true, true]);
  assertEquals(await known(newAccountId()), [true, true, true]);
  assertEquals(await known(accountId), [false, false, false]);
  assertEquals(await here.barred("browser", newSecret()), false);
  // What is one thing's digest is no other's.
  assertEquals(await here.barred("passkey", secret), false);
});

Deno.test("M15: the table of bans holds no plain text, and says nothing without the key", async () => {
  await using here = await open();
  const { accountId, secret } = await here.arrive();
  await ban(here, accountId);
  const { items } = await here.store.all(banDigests, { limit: 9 });
  assertEquals(items.map(({ value }) => value.kind).sort(), [
    ...["address", "browser", "passkey"],
  ]);
  const kept = JSON.stringify(items);
  for (const plain of [ADDRESS, PASSKEY, secret]) {
    assert(!kept.includes(plain));
    assert(!kept.includes(plain.toLowerCase()));
  }
  const other = new KeyedDigests({
    ...{ store: here.store, clock: here.clock, dataFolder: null },
    configured: crypto.getRandomValues(new Uint8Array(32)).toBase64(),
  });
  assertNotEquals(
    await other.of("address", ADDRESS),
    await here.digests.of("address", ADDRESS),
  );
});

Deno.test("M15: it ends on its date, and without a second person with the ban", async () => {
  await using here = await open();
  const { accountId, secret } = await here.arrive();
  await ban(here, accountId, { provisionalUntil: here.clock.now() + DAY });
  here.clock.pass(DAY - 1);
  assert(await here.barred("browser", secret));
  here.clock.pass(1);
  assertEquals(await here.barred("browser", secret), false);
  const digest = await here.digests.of("browser", secret);
  await ban(here, accountId);
  const ends = here.clock.now() + BAN_DIGEST_DAYS * DAY;
  assert(await isBarred(here.store, digest, ends - 1));
  assertEquals(await isBarred(here.store, digest, ends), false);
});

Deno.test("whatever ends a ban ends what it holds by, also after an erasure", async () => {
  await using here = await open();
  const { store, clock } = here;
  const { accountId, secret } = await here.arrive();
  const decision = newId();
  await ban(here, accountId, { decision });
  const dataMap = createDataMap({ store, clock, dataFolder: null });
  await dataMap.erase(accountId);
  const { items } = await store.all(banDigests, { limit: 9 });
  assertEquals(items.map(({ value }) => value.accountId), [null, null, null]);
  assertEquals((await dataMap.scan([accountId, ADDRESS])).hits, []);
  assert(await here.barred("browser", secret), "it outlives the account");
  await new AuditLog({ store, clock }).transactOrThrow(
    "overturn",
    async (write, audit) => {
      audit({ actor: { kind: "system" }, action: "sanction.end" });
      await endSanctionsOf(store, write, decision, clock.now());
    },
  );
  assertEquals(await here.barred("browser", secret), false);
  assertEquals(await here.barred("address", ADDRESS), false);
});

Deno.test("the end of a ban that is over takes its digests from the store", async () => {
  await using here = await open();
  const { store, clock } = here;
  const { accountId } = await here.arrive();
  await ban(here, accountId, { until: clock.now() + DAY });
  const dataMap = createDataMap({ store, clock, dataFolder: null });
  clock.pass(3 * DAY);
  await dataMap.sweep({ dry: false });
  assertEquals((await store.all(banDigests, { limit: 9 })).items, []);
});
