import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  addressOf,
  askContact,
  confirmContact,
  findContact,
  removeContact,
} from "../../lib/accounts/profile/contact.ts";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { DAY, MINUTE } from "../../lib/kernel/mod.ts";
import { listNotices } from "../../lib/notices/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { openAccounts } from "../helpers/account.ts";

const ADA = "ada@example.org";

/** Somebody with an account, and what they do about their address. */
async function openContact() {
  const here = await openAccounts();
  const { store, clock } = here;
  const { accountId, member } = await here.arrive();
  const who = () => ({ member, locale: "en", now: clock.now() });
  return {
    ...here,
    accountId,
    member,
    ask: (address = ADA) => askContact(store, { ...who(), address }),
    confirm: (code: string) => confirmContact(store, { ...who(), code }),
    view: () => findContact(store, member, clock.now()),
    /** The codes that were mailed, oldest first. */
    codes: async () => {
      const { items } = await store.all(mails, { limit: 99 });
      return items.map(({ value }) => value)
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .map(({ values }) => String(values.code));
    },
  };
}

/** Six digits that are not these. */
function otherThan(code: string): string {
  return code === "000000" ? "000001" : "000000";
}

Deno.test("a code goes to the address that waits, and is kept as a hash alone", async () => {
  await using ada = await openContact();
  assertEquals((await ada.ask()).ok, true);
  assertEquals(await ada.view(), { address: null, pending: ADA });
  const { items: [mail] } = await ada.store.all(mails, { limit: 9 });
  assertEquals([mail.value.to, mail.value.template], [ADA, "code"]);
  assertEquals(mail.value.usefulUntil, ada.clock.now() + 10 * MINUTE);
  const [code] = await ada.codes();
  assert(/^\d{6}$/.test(code));
  const { items: [kept] } = await ada.store.all(contacts, { limit: 9 });
  assertEquals(Object.values(kept.value).includes(code), false);
});

Deno.test("the code makes the address that of the account, and the inbox says so", async () => {
  await using ada = await openContact();
  await ada.ask();
  assertEquals(await addressOf(ada.store, ada.accountId), null);
  assertEquals((await ada.confirm((await ada.codes())[0])).ok, true);
  assertEquals(await ada.view(), { address: ADA, pending: null });
  assertEquals(await addressOf(ada.store, ada.accountId), ADA);
  const { notices } = await listNotices(ada.store, ada.accountId, 1);
  assertEquals(notices.map(({ template }) => template), ["addressConfirmed"]);
});

Deno.test("a code is good once", async () => {
  await using ada = await openContact();
  await ada.ask();
  const [code] = await ada.codes();
  await ada.confirm(code);
  assertEquals(await ada.confirm(code), { ok: false, refusal: "over" });
});

Deno.test("without a question there is nothing to confirm", async () => {
  await using ada = await openContact();
  assertEquals(await ada.confirm("123456"), { ok: false, refusal: "over" });
});

Deno.test("a second code within a minute is refused, and none is mailed", async () => {
  await using ada = await openContact();
  await ada.ask();
  ada.clock.pass(MINUTE - 1);
  assertEquals(await ada.ask("stranger@example.org"), {
    ok: false,
    refusal: "soon",
  });
  assertEquals((await ada.codes()).length, 1);
  ada.clock.pass(1);
  assertEquals((await ada.ask()).ok, true);
  assertEquals((await ada.codes()).length, 2);
});

Deno.test("three wrong tries end a code, the right one after them included", async () => {
  await using ada = await openContact();
  await ada.ask();
  const [code] = await ada.codes();
  for (let n = 0; n < 3; n++) {
    assertEquals(await ada.confirm(otherThan(code)), {
      ok: false,
      refusal: "wrong",
    });
  }
  assertEquals(await ada.confirm(code), { ok: false, refusal: "over" });
  assertEquals(await ada.view(), { address: null, pending: null });
});

Deno.test("ten wrong tries at once are no more than three", async () => {
  await using ada = await openContact();
  await ada.ask();
  const [code] = await ada.codes();
  await Promise.all(
    Array.from({ length: 10 }, () => ada.confirm(otherThan(code))),
  );
  const { items: [{ value }] } = await ada.store.all(contacts, { limit: 9 });
  assert(value.triesLeft >= 0 && value.triesLeft < 3);
  assertEquals(value.address, null);
});

Deno.test("a code lasts ten minutes", async () => {
  await using ada = await openContact();
  await ada.ask();
  const [code] = await ada.codes();
  ada.clock.pass(10 * MINUTE - 1);
  assertEquals((await ada.view()).pending, ADA);
  ada.clock.pass(1);
  assertEquals((await ada.view()).pending, null);
  assertEquals(await ada.confirm(code), { ok: false, refusal: "over" });
});

Deno.test("an earlier address stays until the new one is confirmed", async () => {
  await using ada = await openContact();
  await ada.ask();
  await ada.confirm((await ada.codes())[0]);
  ada.clock.pass(DAY);
  const next = "ada@example.com";
  await ada.ask(next);
  assertEquals(await ada.view(), { address: ADA, pending: next });
  assertEquals(await addressOf(ada.store, ada.accountId), ADA);
  await ada.confirm((await ada.codes())[1]);
  assertEquals(await ada.view(), { address: next, pending: null });
});

Deno.test("a new code makes the one before void", async () => {
  await using ada = await openContact();
  await ada.ask();
  ada.clock.pass(MINUTE);
  await ada.ask();
  const [first, second] = await ada.codes();
  if (first === second) return;
  assertNotEquals(first, second);
  assertEquals((await ada.confirm(first)).ok, false);
  assertEquals((await ada.confirm(second)).ok, true);
});

Deno.test("an address is forgotten, but not that somebody was just written to", async () => {
  await using ada = await openContact();
  await ada.ask();
  await ada.confirm((await ada.codes())[0]);
  await removeContact(ada.store, ada.member);
  assertEquals(await ada.view(), { address: null, pending: null });
  const { items } = await ada.store.all(contacts, { limit: 9 });
  assertEquals(JSON.stringify(items).includes(ADA), false);
  assertEquals(await ada.ask(), { ok: false, refusal: "soon" });
  ada.clock.pass(MINUTE);
  assertEquals((await ada.ask()).ok, true);
});

Deno.test("a code that still waits is void once the address is forgotten", async () => {
  await using ada = await openContact();
  await ada.ask();
  await removeContact(ada.store, ada.member);
  const [code] = await ada.codes();
  assertEquals(await ada.confirm(code), { ok: false, refusal: "over" });
  assertEquals(await addressOf(ada.store, ada.accountId), null);
});

Deno.test("removing an address that is not there leaves no record", async () => {
  await using ada = await openContact();
  await removeContact(ada.store, ada.member);
  assertEquals((await ada.store.all(contacts, { limit: 9 })).items, []);
});
