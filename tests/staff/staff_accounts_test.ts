import { assert, assertEquals } from "@std/assert";
import { MINUTE } from "../../lib/kernel/mod.ts";
import {
  Actor,
  changeRoles,
  endStaffSession,
  findInvitation,
  findStaff,
  hasAdmin,
  invite,
  inviteOwnPasskey,
  listStaff,
  listStaffSessions,
  makeStaffCodes,
  removeStaff,
  removeStaffPasskey,
  revokeInvitation,
  type Role,
  useStaffCode,
  writeInvitationFile,
} from "../../lib/staff/mod.ts";
import {
  staffAccounts,
  staffCodes,
  staffPasskeys,
  staffSessions,
} from "../../lib/staff/records.ts";
import { noteStaffProof } from "../../lib/staff/sessions.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { newSecret, sha256 } from "../../lib/kernel/mod.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { addStaff, staffSession, type TestStaff } from "../helpers/staff.ts";

async function actorOf({ millo, clock }: TestApp, { token }: TestStaff) {
  const staff = (await findStaff(millo.store, token, clock.now()))!;
  const actor = Actor.authorise(staff, "staff.write", { now: clock.now() });
  assert(actor.ok);
  return actor.value;
}

function wanted(...roles: Role[]) {
  return { name: "Noor", roles };
}

/** As if the passkey had been shown in that session, for this place. */
async function showPasskey(
  { millo: { store }, clock }: TestApp,
  session: string,
  provenFor: string | null,
): Promise<void> {
  await store.transactOrThrow("note a proof", async (write) => {
    const found = (await store.get(staffSessions, [session]))!;
    noteStaffProof(write, found, { now: clock.now(), provenFor });
  });
}

async function rolesNow({ millo }: TestApp, { staffId }: TestStaff) {
  const stored = await millo.store.get(staffAccounts, [staffId]);
  return stored?.value.roles;
}

async function actionsIn({ millo }: TestApp): Promise<string[]> {
  const entries = await Array.fromAsync(millo.store.each(auditEntries));
  return entries.map(({ value }) => value.action);
}

Deno.test("S01: a session ends after 8 hours, or 30 minutes without a press", async () => {
  await using app = await openApp();
  const { millo: { store }, clock } = app;
  const { token } = await addStaff(app.millo, ["moderator"]);
  clock.pass(30 * MINUTE - 1);
  assert(await findStaff(store, token, clock.now()));
  for (let presses = 0; presses < 15; presses++) {
    clock.pass(30 * MINUTE - 1);
    assert(await findStaff(store, token, clock.now()), `${presses}`);
  }
  clock.pass(16);
  assertEquals(await findStaff(store, token, clock.now()), null);
});

Deno.test("S01: a session that nobody uses ends after 30 minutes", async () => {
  await using app = await openApp();
  const { token } = await addStaff(app.millo, ["moderator"]);
  app.clock.pass(30 * MINUTE);
  assertEquals(
    await findStaff(app.millo.store, token, app.clock.now()),
    null,
  );
});

Deno.test("S01: a proof counts for five minutes, and not for another permission", async () => {
  await using app = await openApp();
  const { millo: { store }, clock } = app;
  const { token } = await addStaff(app.millo, ["admin"]);
  const staff = (await findStaff(store, token, clock.now()))!;
  const ask = (later: number) =>
    Actor.authorise(staff, "staff.write", { now: clock.now() + later });
  assert(ask(5 * MINUTE - 1).ok);
  assertEquals(ask(5 * MINUTE), { ok: false, refusal: "unproven" });
  assertEquals(Actor.authorise(staff, "case.decide", { now: clock.now() }), {
    ok: false,
    refusal: "forbidden",
  });
});

Deno.test("S01: a proof for one ban does nothing for another, nor does signing in", async () => {
  await using app = await openApp();
  const { millo: { store }, clock } = app;
  const { token, staffId } = await addStaff(app.millo, ["moderator"]);
  const ask = async (place: string) => {
    const staff = (await findStaff(store, token, clock.now()))!;
    const occasion = { now: clock.now(), place };
    return Actor.authorise(staff, "case.ban", occasion).ok;
  };
  assertEquals(await ask("/admin/cases/MC-1/decision"), false);
  await showPasskey(app, sha256(token), "/admin/cases/MC-1");
  assertEquals([
    await ask("/admin/cases/MC-1"),
    await ask("/admin/cases/MC-1/decision"),
    await ask("/admin/cases/MC-11/decision"),
    await ask("/admin/cases/MC-2/decision"),
  ], [true, true, false, false]);
  clock.pass(5 * MINUTE);
  assertEquals(await ask("/admin/cases/MC-1"), false);
  assert(await findStaff(store, token, clock.now()), staffId);
});

Deno.test("roles are given as a whole, written down, and a stale form loses", async () => {
  await using app = await openApp();
  const boss = await addStaff(app.millo, ["admin", "moderator"]);
  const other = await addStaff(app.millo, ["triage"], "Omar");
  const actor = await actorOf(app, boss);
  const ask = (roles: Role[], version: number) =>
    changeRoles(app.millo, actor, { id: other.staffId, roles, version });
  assert((await ask(["moderator"], 0)).ok);
  assertEquals(await rolesNow(app, other), ["moderator"]);
  assertEquals(await ask(["triage"], 0), { ok: false, refusal: "stale" });
  assertEquals(await rolesNow(app, other), ["moderator"]);
  assertEquals(await ask([], 1), { ok: false, refusal: "none" });
  assert((await actionsIn(app)).includes("staff.roles"));
});

Deno.test("S03: nobody changes themselves, gives or takes what they lack, or removes the last admin", async () => {
  await using app = await openApp();
  const boss = await addStaff(app.millo, ["admin"]);
  const safety = await addStaff(app.millo, ["child-safety"], "Sana");
  const actor = await actorOf(app, boss);
  const ask = (id: string, roles: Role[]) =>
    changeRoles(app.millo, actor, { id, roles, version: 0 });
  const refusals = [
    await ask(boss.staffId, ["admin", "moderator"]),
    await removeStaff(app.millo, actor, boss.staffId),
    await ask(safety.staffId, ["child-safety", "moderator"]),
    await ask(safety.staffId, ["privacy"]),
    await ask("nobody", ["privacy"]),
  ];
  assertEquals(refusals.map((one) => one.ok ? "ok" : one.refusal), [
    "own",
    "own",
    "lacking",
    "lacking",
    "unknown",
  ]);
  assertEquals(await rolesNow(app, safety), ["child-safety"]);
});

Deno.test("of two admins who remove each other at once, one stays", async () => {
  await using app = await openApp();
  const [one, two] = [
    await addStaff(app.millo, ["admin"]),
    await addStaff(app.millo, ["admin"], "Marta"),
  ];
  const done = await Promise.all([
    removeStaff(app.millo, await actorOf(app, one), two.staffId),
    removeStaff(app.millo, await actorOf(app, two), one.staffId),
  ]);
  assertEquals(done.filter(({ ok }) => ok).length, 1);
  assert(await hasAdmin(app.millo.store));
});

Deno.test("who is removed is out at once, and their keys are gone", async () => {
  await using app = await openApp();
  const { store } = app.millo;
  const boss = await addStaff(app.millo, ["admin"]);
  const gone = await addStaff(app.millo, ["moderator"], "Omar");
  const codes = await makeStaffCodes(
    app.millo,
    (await findStaff(store, gone.token, app.clock.now()))!,
  );
  assert(codes.ok);
  assert(
    (await removeStaff(
      app.millo,
      await actorOf(app, boss),
      gone.staffId,
    )).ok,
  );
  assertEquals(await findStaff(store, gone.token, app.clock.now()), null);
  assertEquals((await listStaff(store, app.clock.now())).length, 1);
  assertEquals(await Array.fromAsync(store.each(staffPasskeys)), []);
  assertEquals(await Array.fromAsync(store.each(staffCodes)), []);
});

Deno.test("links of somebody who was removed are shut, for others and for themselves", async () => {
  await using app = await openApp();
  const [one, two] = [
    await addStaff(app.millo, ["admin"]),
    await addStaff(app.millo, ["admin"], "Marta"),
  ];
  const open = async (token: string) =>
    await findInvitation({ ...app.millo, dataFolder: "/nowhere" }, token) !==
      null;
  const actor = await actorOf(app, two);
  const [other, own] = [
    await invite(app.millo, actor, wanted("admin")),
    await inviteOwnPasskey(app.millo, actor.staff),
  ];
  assert(other.ok && own.ok);
  assertEquals([await open(other.value), await open(own.value)], [true, true]);
  await removeStaff(app.millo, await actorOf(app, one), two.staffId);
  assertEquals([await open(other.value), await open(own.value)], [
    false,
    false,
  ]);
});

Deno.test("a link gives nothing that whoever made it has lost since", async () => {
  await using app = await openApp();
  const boss = await addStaff(app.millo, ["admin", "moderator"]);
  const other = await addStaff(app.millo, ["admin", "moderator"], "Marta");
  const made = await invite(
    app.millo,
    await actorOf(app, other),
    wanted("moderator"),
  );
  assert(made.ok);
  const { staffId: id } = other;
  await changeRoles(app.millo, await actorOf(app, boss), {
    ...{ id, roles: ["admin"], version: 0 },
  });
  const deps = { ...app.millo, dataFolder: "/nowhere" };
  assertEquals(await findInvitation(deps, made.value), null);
});

Deno.test("of more sessions than anybody needs, the one unused longest ends", async () => {
  await using app = await openApp();
  const { store } = app.millo;
  const { staffId, token: first } = await addStaff(app.millo, ["moderator"]);
  app.clock.pass(MINUTE);
  const second = await staffSession(app.millo, staffId);
  app.clock.pass(MINUTE);
  const find = (token: string) => findStaff(store, token, app.clock.now());
  assert(await find(first), "used once more");
  for (let n = 0; n < 19; n++) await staffSession(app.millo, staffId);
  assertEquals([!!await find(first), !!await find(second)], [true, false]);
});

Deno.test("S01: recovery codes are kept as hashes, and each works once", async () => {
  await using app = await openApp();
  const { store } = app.millo;
  const { staffId, token } = await addStaff(app.millo, ["moderator"]);
  const staff = (await findStaff(store, token, app.clock.now()))!;
  const made = await makeStaffCodes(app.millo, staff);
  assert(made.ok);
  assertEquals(new Set(made.value).size, 8);
  const kept = JSON.stringify(await Array.fromAsync(store.each(staffCodes)));
  for (const code of made.value) {
    const secret = code.replaceAll("-", "").slice(10).toLowerCase();
    assert(!kept.includes(secret) && kept.includes("$argon2id$"));
  }
  const [first] = made.value;
  const link = await useStaffCode(app.millo, first.toLowerCase());
  assert(link.ok);
  const deps = { ...app.millo, dataFolder: "/nowhere" };
  const invitation = await findInvitation(deps, link.value);
  assertEquals(invitation?.value.staffId, staffId);
  const refused = { ok: false, refusal: "unknown" } as const;
  assertEquals(await useStaffCode(app.millo, first), refused);
  assertEquals(await useStaffCode(app.millo, "AAAAA"), refused);
  const wrong = made.value[1].slice(0, -1) + "0";
  if (wrong !== made.value[1]) {
    assertEquals(await useStaffCode(app.millo, wrong), refused);
  }
  const again = await makeStaffCodes(app.millo, staff);
  assert(again.ok);
  assertEquals(await useStaffCode(app.millo, made.value[2]), refused);
});

Deno.test("S01: codes and keys need a passkey shown lately", async () => {
  await using app = await openApp();
  const { token } = await addStaff(app.millo, ["moderator"]);
  app.clock.pass(6 * MINUTE);
  const staff = (await findStaff(app.millo.store, token, app.clock.now()))!;
  assertEquals(await makeStaffCodes(app.millo, staff), {
    ok: false,
    refusal: "unproven",
  });
  assertEquals(await removeStaffPasskey(app.millo, staff, "x"), {
    ok: false,
    refusal: "unproven",
  });
});

Deno.test("an invitation works for an hour, unless it is taken back", async () => {
  await using app = await openApp();
  const boss = await addStaff(app.millo, ["admin", "moderator"]);
  const actor = await actorOf(app, boss);
  const deps = { ...app.millo, dataFolder: "/nowhere" };
  const [one, two] = [
    await invite(app.millo, actor, wanted("triage")),
    await invite(app.millo, actor, wanted("moderator")),
  ];
  assert(one.ok && two.ok);
  assertEquals((await findInvitation(deps, one.value))?.value.roles, [
    "triage",
  ]);
  assert(await revokeInvitation(app.millo, actor, sha256(one.value)));
  assertEquals(await findInvitation(deps, one.value), null);
  app.clock.pass(60 * MINUTE - 1);
  assert(await findInvitation(deps, two.value));
  app.clock.pass(1);
  assertEquals(await findInvitation(deps, two.value), null);
  assertEquals(await findInvitation(deps, newSecret()), null);
  assertEquals(await invite(app.millo, actor, wanted("child-safety")), {
    ok: false,
    refusal: "lacking",
  });
  assertEquals(await invite(app.millo, actor, wanted()), {
    ok: false,
    refusal: "none",
  });
});

Deno.test("an invitation left in the data folder is taken in by its link alone", async () => {
  await using app = await openApp();
  const dataFolder = await Deno.makeTempDir();
  try {
    const token = newSecret();
    const digest = sha256(token);
    const at = app.clock.now();
    await writeInvitationFile(dataFolder, { digest, roles: ["admin"], at });
    const file = `${dataFolder}/staff_invitations/${digest}`;
    assertEquals((await Deno.stat(file)).mode! & 0o777, 0o600);
    const deps = { ...app.millo, dataFolder };
    assertEquals(await findInvitation(deps, newSecret()), null);
    assertEquals(await findInvitation(deps, "../../etc/passwd"), null);
    const found = await findInvitation(deps, token);
    assertEquals([found?.value.roles, found?.value.by], [["admin"], null]);
    assert(await findInvitation(deps, token), "until it is used");
    assertEquals(await Deno.stat(file).catch(() => null), null);
    const entries = await Array.fromAsync(app.millo.store.each(auditEntries));
    assertEquals(
      entries.map(({ value }) => [value.actorKind, value.action]),
      [["operator", "staff.invite"]],
    );
  } finally {
    await Deno.remove(dataFolder, { recursive: true });
  }
});

Deno.test("a session is ended by its owner or an admin, and nobody else", async () => {
  await using app = await openApp();
  const { store } = app.millo;
  const boss = await addStaff(app.millo, ["admin"]);
  const ines = await addStaff(app.millo, ["moderator"], "Ines");
  const other = await staffSession(app.millo, ines.staffId);
  const now = app.clock.now();
  const [self, admin] = [
    (await findStaff(store, ines.token, now))!,
    (await findStaff(store, boss.token, now))!,
  ];
  const bossSession = { staffId: boss.staffId };
  assertEquals(await endStaffSession(app.millo, self, bossSession), false);
  const session = sha256(other);
  const own = { staffId: ines.staffId, session };
  assert(await endStaffSession(app.millo, self, own));
  assertEquals(await findStaff(store, other, now), null);
  assert(await findStaff(store, ines.token, now));
  assert(await endStaffSession(app.millo, admin, { staffId: ines.staffId }));
  const left = await listStaffSessions(store, ines.staffId, {
    current: "",
    now,
  });
  assertEquals(left, []);
});
