import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  endAllSessions,
  endSession,
  eraseDevice,
  findSession,
  listSessions,
} from "../../lib/accounts/mod.ts";
import { devices, sessions } from "../../lib/accounts/records.ts";
import { addSession, rotateSession } from "../../lib/accounts/sessions.ts";
import { type AccountId, DAY, dayOf, sha256 } from "../../lib/kernel/mod.ts";
import { openAccounts, PHONE_FACTS } from "../helpers/account.ts";

type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** One more browser of the same person. */
async function another({ store, clock }: Accounts, accountId: AccountId) {
  const write = store.write();
  const token = addSession(write, {
    accountId,
    device: PHONE_FACTS,
    now: clock.now(),
    provenAt: 0,
  });
  assert((await write.commit()).ok);
  return token;
}

Deno.test("only the digest of a cookie is kept", async () => {
  await using here = await openAccounts();
  const { token, accountId } = await here.arrive();
  const { items } = await here.store.all(sessions, { limit: 9 });
  assertEquals(items.map(({ value }) => value.tokenDigest), [sha256(token)]);
  assertEquals(JSON.stringify(items).includes(token), false);
  assertEquals((await here.find(token))?.accountId, accountId);
});

Deno.test("a cookie that is none of ours belongs to nobody", async () => {
  await using here = await openAccounts();
  const { token } = await here.arrive();
  for (const wrong of ["", "x", sha256(token), token.slice(1)]) {
    assertEquals(await here.find(wrong), null, wrong);
  }
});

Deno.test("nothing is recorded of a device that nobody named", async () => {
  await using here = await openAccounts();
  await here.arrive(null);
  assertEquals((await here.store.all(devices, { limit: 9 })).items, []);
  await here.arrive(PHONE_FACTS);
  const { items: [{ value }] } = await here.store.all(devices, { limit: 9 });
  assertEquals([value.os, value.network], ["iOS 17.4", "198.51.100.0/24"]);
});

Deno.test("a visit on a later day moves on the session and its device, once", async () => {
  await using here = await openAccounts();
  const { token } = await here.arrive(PHONE_FACTS);
  here.clock.pass(DAY);
  const renewed: number[] = [];
  const visit = () =>
    findSession(here.store, token, here.clock.now(), (_, day) => {
      renewed.push(day);
      return Promise.resolve();
    });
  await visit();
  await visit();
  const today = dayOf(here.clock.now());
  assertEquals(renewed, [today]);
  const { items: [session] } = await here.store.all(sessions, { limit: 9 });
  const { items: [device] } = await here.store.all(devices, { limit: 9 });
  assertEquals([session.value.seenDay, device.value.seenDay], [today, today]);
});

Deno.test("ten requests at midnight renew once", async () => {
  await using here = await openAccounts();
  const { token } = await here.arrive();
  here.clock.pass(DAY);
  let renewed = 0;
  const found = await Promise.all(
    Array.from(
      { length: 10 },
      () =>
        findSession(here.store, token, here.clock.now(), () => {
          renewed++;
          return Promise.resolve();
        }),
    ),
  );
  assertEquals(renewed, 1);
  assertEquals(found.filter((member) => member === null), []);
});

Deno.test("of one's sessions the current comes first, then the latest used", async () => {
  await using here = await openAccounts();
  const { token, accountId } = await here.arrive();
  here.clock.pass(DAY);
  await another(here, accountId);
  here.clock.pass(DAY);
  await another(here, accountId);
  const member = (await here.find(token))!;
  const listed = await listSessions(here.store, member);
  assertEquals(listed.map(({ current }) => current), [true, false, false]);
  assert(listed[1].seenDay > listed[2].seenDay);
  assertEquals(listed.map(({ device }) => device?.os ?? null), [
    null,
    "iOS 17.4",
    "iOS 17.4",
  ]);
});

Deno.test("a session ends with what is recorded of its device", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive(PHONE_FACTS);
  assertEquals(await endSession(here.store, member, member.session), true);
  assertEquals(await here.find(token), null);
  assertEquals((await here.store.all(devices, { limit: 9 })).items, []);
  assertEquals(await endSession(here.store, member, member.session), false);
});

Deno.test("nobody ends the session of another, or erases their device", async () => {
  await using here = await openAccounts();
  const ada = await here.arrive(PHONE_FACTS);
  const ben = await here.arrive();
  const { items: [device] } = await here.store.all(devices, { limit: 9 });
  assertEquals(
    await endSession(here.store, ben.member, ada.member.session),
    false,
  );
  assertEquals(
    await eraseDevice(here.store, ben.member, device.value.id),
    false,
  );
  assertEquals((await here.find(ada.token))?.accountId, ada.accountId);
  assertEquals((await here.store.all(devices, { limit: 9 })).items.length, 1);
});

Deno.test("signing out everywhere leaves the sessions of others", async () => {
  await using here = await openAccounts();
  const ada = await here.arrive(PHONE_FACTS);
  const tablet = await another(here, ada.accountId);
  const ben = await here.arrive(PHONE_FACTS);
  await endAllSessions(here.store, ada.member);
  assertEquals(await here.find(ada.token), null);
  assertEquals(await here.find(tablet), null);
  assertEquals((await here.find(ben.token))?.accountId, ben.accountId);
  const left = await here.store.all(devices, { limit: 9 });
  assertEquals(left.items.map(({ value }) => value.accountId), [ben.accountId]);
});

Deno.test("a device is erased and its session goes on", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive(PHONE_FACTS);
  const { items: [device] } = await here.store.all(devices, { limit: 9 });
  const { id } = device.value;
  assertEquals(await eraseDevice(here.store, member, id), true);
  const [session] = await listSessions(here.store, (await here.find(token))!);
  assertEquals([session.current, session.device], [true, null]);
  assertEquals(await eraseDevice(here.store, member, id), false);
});

Deno.test("a session that is replaced is void, and its device stays", async () => {
  await using here = await openAccounts();
  const { token, member } = await here.arrive(PHONE_FACTS);
  const old = await here.store.get(sessions, [member.session]);
  here.clock.pass(1000);
  const write = here.store.write();
  const fresh = rotateSession(write, old!, here.clock.now());
  assert((await write.commit()).ok);
  assertNotEquals(fresh, token);
  assertEquals(await here.find(token), null);
  const now = (await here.find(fresh))!;
  assertEquals(now.provenAt, here.clock.now());
  const [view] = await listSessions(here.store, now);
  assertEquals(view.device?.os, "iOS 17.4");
});
