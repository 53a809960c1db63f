import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  accountSince,
  endAllSessions,
  eraseDevice,
  findSession,
  listSessions,
} from "../../lib/accounts/mod.ts";
import { describeDevice, networkOf } from "../../lib/accounts/device.ts";
import { profileForm } from "../../lib/accounts/forms.ts";
import { signIn } from "../../lib/accounts/keys/sign_in.ts";
import { accounts, devices } from "../../lib/accounts/records.ts";
import { DAY, dayOf, newAccountId } from "../../lib/kernel/mod.ts";
import { openAccounts, PHONE_FACTS } from "../helpers/account.ts";

type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/** Shows a key of this account, from a browser that is in as `current`. */
function signInAs(
  { store, clock }: Accounts,
  accountId: ReturnType<typeof newAccountId>,
  current: Awaited<ReturnType<typeof findSession>> = null,
) {
  const facts = { current, device: PHONE_FACTS, now: clock.now() };
  return signIn(store, accountId, facts, () => {});
}

Deno.test("nobody comes back to an account that is not there", async () => {
  await using here = await openAccounts();
  const gone = await signInAs(here, newAccountId());
  assertEquals(gone, { ok: false, refusal: "unknown" });
  assertEquals((await here.store.all(devices, { limit: 9 })).items, []);
});

Deno.test("coming back gives a new browser a session that is proven, on a device", async () => {
  await using here = await openAccounts();
  const { accountId } = await here.arrive();
  here.clock.pass(DAY);
  const back = await signInAs(here, accountId);
  assert(back.ok);
  const member = (await here.find(back.value))!;
  assertEquals(member.accountId, accountId);
  assertEquals(member.provenAt, here.clock.now());
  const listed = await listSessions(here.store, member);
  assertEquals(listed.map(({ current, device }) => [current, device?.os]), [
    [true, "iOS 17.4"],
    [false, undefined],
  ]);
});

Deno.test("showing a key where one is in already changes the cookie, and adds no session", async () => {
  await using here = await openAccounts();
  const { accountId, member, token } = await here.arrive();
  const back = await signInAs(here, accountId, member);
  assert(back.ok);
  assertEquals(await here.find(token), null);
  const fresh = (await here.find(back.value))!;
  assertEquals((await listSessions(here.store, fresh)).length, 1);
});

Deno.test("a session that ended meanwhile is replaced by a new one", async () => {
  await using here = await openAccounts();
  const { accountId, member } = await here.arrive();
  await endAllSessions(here.store, member);
  const back = await signInAs(here, accountId, member);
  assert(back.ok);
  assert(await here.find(back.value));
});

Deno.test("who is in as somebody else stays who they are", async () => {
  await using here = await openAccounts();
  const ada = await here.arrive();
  const ben = await here.arrive();
  const back = await signInAs(here, ada.accountId, ben.member);
  assertEquals(back, { ok: false, refusal: "other" });
  assertEquals((await here.find(ben.token))?.accountId, ben.accountId);
});

Deno.test("a cookie whose account is gone belongs to nobody", async () => {
  await using here = await openAccounts();
  const { accountId, token } = await here.arrive();
  const account = (await here.store.get(accounts, [accountId]))!;
  assert((await here.store.write().remove(account).commit()).ok);
  assertEquals(await here.find(token), null);
});

Deno.test("the day on which an account began is known to the day alone", async () => {
  await using here = await openAccounts();
  const { accountId } = await here.arrive();
  assertEquals(
    await accountSince(here.store, accountId),
    dayOf(here.clock.now()),
  );
  assertEquals(await accountSince(here.store, newAccountId()), null);
});

Deno.test("a second visit on one day renews nothing, and neither does a clock set back", async () => {
  await using here = await openAccounts();
  const { token } = await here.arrive();
  let renewed = 0;
  const visit = (at: number) =>
    findSession(here.store, token, at, () => {
      renewed++;
      return Promise.resolve();
    });
  const midnight = dayOf(here.clock.now()) + DAY;
  await visit(midnight - 1);
  await visit(midnight - 3 * DAY);
  assertEquals(renewed, 0);
  await visit(midnight);
  assertEquals(renewed, 1);
});

Deno.test("erasing one device leaves the others to their sessions", async () => {
  await using here = await openAccounts();
  const { accountId, member } = await here.arrive(PHONE_FACTS);
  const tablet = await signInAs(here, accountId);
  assert(tablet.ok);
  const [first] = (await listSessions(here.store, member))
    .filter(({ current }) => current);
  assert(await eraseDevice(here.store, member, first.device!.id));
  const listed = await listSessions(here.store, member);
  assertEquals(
    listed.map(({ current, device }) => [current, device !== null]),
    [
      [true, false],
      [false, true],
    ],
  );
});

Deno.test("of an address no more than its network is kept, whichever it is", () => {
  fc.assert(fc.property(fc.ipV4(), fc.ipV4(), (one, other) => {
    const [network, bits] = networkOf(one).split("/");
    assertEquals(bits, "24");
    assertEquals(network.split(".").slice(0, 3), one.split(".").slice(0, 3));
    assertEquals(network.split(".")[3], "0");
    const near = [...one.split(".").slice(0, 3), other.split(".")[3]].join(".");
    assertEquals(networkOf(near), networkOf(one));
  }));
  fc.assert(fc.property(fc.ipV6(), (address) => {
    const kept = networkOf(address);
    // Some spell an IPv4 address.
    assert(/\/(48|24)$/.test(kept), kept);
    if (kept.endsWith("/48")) assert(/::\/48$/.test(kept), kept);
  }));
});

Deno.test("whatever a browser says of itself, its record has room for it", () => {
  fc.assert(
    fc.property(
      fc.record({
        userAgent: fc.string({ maxLength: 3_000, size: "max" }),
        connection: fc.option(fc.string()),
        address: fc.option(fc.string()),
      }),
      (hints) => {
        const { family, os, connection, network } = describeDevice(hints);
        assert(family.length <= 40 && os.length <= 60 && network.length <= 60);
        assert(["slow-2g", "2g", "3g", "4g", "unknown"].includes(connection));
      },
    ),
    { numRuns: 50 },
  );
});

/** A form as a browser sends it, without anything chosen. */
const EMPTY = { username: "", interests: "", languages: [] as string[] };

Deno.test("a language that is added counts as spoken, once, and nothing is saved yet", () => {
  const read = (form: object) => {
    const { languages, adds } = profileForm.parse({ ...EMPTY, ...form });
    return [languages, adds];
  };
  assertEquals(read({ language: "de", act: "add" }), [["de"], true]);
  assertEquals(read({ language: "de" }), [["de"], false]);
  assertEquals(
    read({ languages: ["de", "fr"], language: "de", act: "add" }),
    [["de", "fr"], true],
  );
  // The button was pressed with nothing chosen: the form is saved.
  assertEquals(read({ language: "", act: "add" }), [[], false]);
});

Deno.test("a language that is not in the list is refused, wherever it stands", () => {
  for (
    const form of [
      { languages: ["xx"] },
      { language: "xx" },
      { languages: ["de", "DE"] },
      { languages: Array(29).fill("de") },
    ]
  ) {
    const read = profileForm.safeParse({ ...EMPTY, ...form });
    assertEquals(
      read.error?.issues.map(({ message }) => message),
      ["account.error.languages"],
      JSON.stringify(form),
    );
  }
});
