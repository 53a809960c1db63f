import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { newSecret, sha256 } from "../../lib/kernel/mod.ts";
import {
  Actor,
  addByOperator,
  findInvitation,
  findStaff,
  inviteOwnPasskey,
  join,
  joinOptions,
  proveStaff,
  removeStaff,
  type Role,
  ROLE_NAMES,
  signInStaff,
  type Staff,
  staffProofOptions,
  staffSignInOptions,
} from "../../lib/staff/mod.ts";
import { staffPasskeys, staffSessions } from "../../lib/staff/records.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { SITE, SoftPasskey } from "../helpers/soft_passkey.ts";
import { addStaff } from "../helpers/staff.ts";

const browser = "a test";

async function linkOf({ millo, clock }: TestApp, roles: Role[]) {
  const token = newSecret();
  const digest = sha256(token);
  await addByOperator(millo, { digest, roles, at: clock.now() });
  return token;
}

/** Joins by a link, with a passkey. */
async function joinBy({ millo }: TestApp, token: string, key: SoftPasskey) {
  const deps = { ...millo, dataFolder: "/nowhere" };
  const invitation = (await findInvitation(deps, token))!;
  const response = await key.make(await joinOptions(millo, invitation, SITE));
  return () =>
    join(millo, invitation, SITE, { name: "Ada", browser, response });
}

async function joined(app: TestApp, roles: Role[]) {
  const key = new SoftPasskey();
  const done = await (await joinBy(app, await linkOf(app, roles), key))();
  assert(done.ok);
  return { key, token: done.value, staff: await staffOf(app, done.value) };
}

async function staffOf(app: TestApp, token: string): Promise<Staff> {
  return (await findStaff(app.millo.store, token, app.clock.now()))!;
}

async function signIn({ millo }: TestApp, key: SoftPasskey) {
  const response = await key.show(await staffSignInOptions(millo, SITE));
  return () => signInStaff(millo, SITE, { browser, response });
}

async function prove(
  { millo }: TestApp,
  staff: Staff,
  key: SoftPasskey,
  path: string,
) {
  const asked = await staffProofOptions(millo, SITE, staff, path);
  const response = await key.show(asked);
  return (who = staff) => proveStaff(millo, SITE, who, response);
}

async function actionsIn({ millo }: TestApp): Promise<string[]> {
  const entries = await Array.fromAsync(millo.store.each(auditEntries));
  return entries.map(({ value }) => value.action);
}

const unknown = { ok: false, refusal: "unknown" } as const;

Deno.test("S01: a passkey lets its owner in, and each answer works once", async () => {
  await using app = await openApp();
  const { key, staff } = await joined(app, ["moderator"]);
  const enter = await signIn(app, key);
  const entered = await enter();
  assert(entered.ok);
  const again = await staffOf(app, entered.value);
  assertEquals(again.staffId, staff.staffId);
  assertEquals(await enter(), unknown);
});

Deno.test("the first to join as admin is given every role, the next one is not", async () => {
  await using app = await openApp();
  const first = await joined(app, ["admin"]);
  assertEquals(first.staff.facts.roles, ROLE_NAMES);
  const second = await joined(app, ["admin"]);
  assertEquals(second.staff.facts.roles, ["admin"]);
});

Deno.test("of two who join by one link at once, one does", async () => {
  await using app = await openApp();
  const token = await linkOf(app, ["moderator"]);
  const [one, two] = [
    await joinBy(app, token, new SoftPasskey()),
    await joinBy(app, token, new SoftPasskey()),
  ];
  const done = await Promise.all([one(), two()]);
  assertEquals(done.filter(({ ok }) => ok).length, 1);
  const { store } = app.millo;
  const keys = await Array.fromAsync(store.each(staffPasskeys));
  const sessions = await Array.fromAsync(store.each(staffSessions));
  assertEquals([keys.length, sessions.length], [1, 1]);
});

Deno.test("S01: a passkey of another site, a copy of one, and an unknown one open nothing", async () => {
  await using app = await openApp();
  const { key } = await joined(app, ["moderator"]);
  const elsewhere = { ...SITE, origin: "https://evil.example" };
  const { millo } = app;
  const asked = await staffSignInOptions(millo, SITE);
  const foreign = await key.show(asked);
  const ask = { browser, response: foreign };
  assertEquals(await signInStaff(millo, elsewhere, ask), unknown);
  assert((await (await signIn(app, key))()).ok);
  // What a copy has counted is behind what the device has.
  key.counter = 0;
  assertEquals(await (await signIn(app, key))(), unknown);
  assertEquals(await (await signIn(app, new SoftPasskey()))(), unknown);
});

Deno.test("S01: what was asked for one thing is no answer to another", async () => {
  await using app = await openApp();
  const { millo } = app;
  const { key, staff } = await joined(app, ["moderator"]);
  const other = await (await signIn(app, key))();
  assert(other.ok);
  const elsewhere = await staffOf(app, other.value);
  const proof = await prove(app, staff, key, "/admin/cases/MC-1");
  assertEquals(await proof(elsewhere), false, "another session");
  const asked = await staffProofOptions(millo, SITE, staff, "/admin/x/y");
  const response = await key.show(asked);
  assertEquals(
    await signInStaff(millo, SITE, { browser, response }),
    unknown,
    "a proof does not sign in",
  );
  const entry = await key.show(await staffSignInOptions(millo, SITE));
  assertEquals(await proveStaff(millo, SITE, staff, entry), false);
});

Deno.test("S01: a proof is kept with its place, and a list of things is none", async () => {
  await using app = await openApp();
  const { key, staff, token } = await joined(app, ["moderator"]);
  const provenFor = async (path: string) => {
    assert(await (await prove(app, staff, key, path))());
    return (await staffOf(app, token)).facts.provenFor;
  };
  assertEquals(await provenFor("/admin/cases/MC-1"), "/admin/cases/MC-1");
  assertEquals(await provenFor("/admin/cases"), null);
  assertEquals(await provenFor("/admin"), null);
  app.clock.pass(6 * 60_000);
  await (await prove(app, staff, key, "/admin/cases/MC-2"))();
  const now = app.clock.now();
  const ask = (place: string) =>
    staffOf(app, token).then((found) =>
      Actor.authorise(found, "case.ban", { now, place }).ok
    );
  assertEquals(await ask("/admin/cases/MC-2/decision"), true);
  assertEquals(await ask("/admin/cases/MC-1/decision"), false);
});

Deno.test("S01: a colleague's passkey proves nothing, and leaves no trace", async () => {
  await using app = await openApp();
  const { staff, token } = await joined(app, ["moderator"]);
  const colleague = await joined(app, ["moderator"]);
  const before = await actionsIn(app);
  app.clock.pass(6 * 60_000);
  const lent = await prove(app, staff, colleague.key, "/admin/staff");
  assertEquals(await lent(), false);
  assertEquals(await actionsIn(app), before);
  assertEquals((await staffOf(app, token)).isProven(app.clock.now()), false);
  const key = await app.millo.store.get(staffPasskeys, [colleague.key.id]);
  assertEquals(key?.value.counter, 0);
});

Deno.test("S01: whoever was removed meanwhile is not let in by what was asked before", async () => {
  await using app = await openApp();
  const { millo, clock } = app;
  const { key, staff } = await joined(app, ["moderator"]);
  const enter = await signIn(app, key);
  const proof = await prove(app, staff, key, "/admin/cases/MC-1");
  const own = await inviteOwnPasskey(millo, staff);
  assert(own.ok);
  const adding = await joinBy(app, own.value, new SoftPasskey());
  const boss = await addStaff(millo, ["admin"]);
  const found = (await findStaff(millo.store, boss.token, clock.now()))!;
  const actor = Actor.authorise(found, "staff.write", { now: clock.now() });
  assert(actor.ok);
  assert((await removeStaff(millo, actor.value, staff.staffId)).ok);
  assertEquals(await enter(), unknown);
  assertEquals(await proof(), false);
  assertEquals(await adding(), { ok: false, refusal: "ended" });
  assertEquals(await Array.fromAsync(millo.store.each(staffPasskeys)), []);
});

Deno.test("five passkeys are as many as anybody has, also by links made before", async () => {
  await using app = await openApp();
  const { staff } = await joined(app, ["moderator"]);
  const links = await Promise.all(
    Array.from({ length: 5 }, () => inviteOwnPasskey(app.millo, staff)),
  );
  const added = [];
  for (const link of links) {
    assert(link.ok);
    added.push(await (await joinBy(app, link.value, new SoftPasskey()))());
  }
  assertEquals(added.map(({ ok }) => ok), [true, true, true, true, false]);
  assertEquals(await inviteOwnPasskey(app.millo, staff), {
    ok: false,
    refusal: "full",
  });
});
