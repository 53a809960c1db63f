import { assert, assertEquals } from "@std/assert";
import {
  changeColleague,
  endSession,
  removeColleague,
} from "../../lib/app/mod.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { MINUTE, sha256 } from "../../lib/kernel/mod.ts";
import { claimCase, claimOn, eventsOf } from "../../lib/safety/mod.ts";
import { appeals, claims } from "../../lib/safety/records.ts";
import type { Role } from "../../lib/staff/mod.ts";
import {
  actorFor,
  openSafety,
  reported,
  sameActor,
} from "../helpers/safety.ts";
import { staffSession } from "../helpers/staff.ts";

const APPEAL = "a".repeat(26);

/** Noor has a case and an appeal; Ada may change what Noor is. */
async function openStaff(roles: Role[] = ["moderator"]) {
  const safety = await openSafety();
  const ada = await actorFor(
    safety,
    ["admin", "moderator", "child-safety"],
    "staff.write",
  );
  const noor = await actorFor(safety, roles, "case.claim");
  const { case: number } = await reported(safety);
  assert((await claimCase(safety, noor, number)).ok);
  return {
    ...{ safety, ada, noor, number },
    holder: async (item = number) =>
      (await claimOn(safety.store, item, safety.clock.now()))?.staff ?? null,
    change: (roles: Role[]) =>
      changeColleague({ safety }, ada, { id: noor.staffId, roles, version: 0 }),
    [Symbol.asyncDispose]: () => safety[Symbol.asyncDispose](),
  };
}

Deno.test("whoever is removed gives back what they had, and somebody else takes it", async () => {
  await using staff = await openStaff();
  const { safety, ada, noor, number } = staff;
  assert((await removeColleague({ safety }, ada, noor.staffId)).ok);
  assertEquals(await staff.holder(), null);
  const events = await eventsOf(safety.store, number);
  assertEquals(events.at(-1)!.event, { kind: "released", staff: noor.staffId });
  const claim = sameActor(safety, ada, "case.claim");
  assert((await claimCase(safety, claim, number)).ok);
});

Deno.test("it is written down as the deed of whoever removed them", async () => {
  await using staff = await openStaff();
  await removeColleague(
    { safety: staff.safety },
    staff.ada,
    staff.noor.staffId,
  );
  const entries = await Array.fromAsync(staff.safety.store.each(auditEntries));
  const { action, actor, object } = entries.at(-1)!.value;
  assertEquals([action, actor, object], [
    ...["case.release", staff.ada.staffId, staff.number],
  ]);
});

Deno.test("a removal that is refused takes nothing away", async () => {
  await using staff = await openStaff();
  const { safety, ada, noor } = staff;
  const own = await removeColleague({ safety }, ada, ada.staffId);
  assertEquals(own, { ok: false, refusal: "own" });
  assertEquals(await staff.holder(), noor.staffId);
});

Deno.test("whoever loses the role gives the case back, and keeps what another role allows", async () => {
  await using staff = await openStaff();
  assert((await staff.change(["moderator", "analyst"])).ok === false);
  assertEquals(await staff.holder(), staff.noor.staffId, "it was refused");
  assert((await staff.change(["triage"])).ok);
  assertEquals(await staff.holder(), staff.noor.staffId, "triage has cases");
  const { safety, ada, noor } = staff;
  const change = { id: noor.staffId, version: 1 };
  const roles: Role[] = ["child-safety"];
  await changeColleague({ safety }, ada, { ...change, roles });
  assertEquals(await staff.holder(), null);
});

Deno.test("an appeal is given back with the right to answer it", async () => {
  await using staff = await openStaff();
  const { safety, noor, number } = staff;
  const now = safety.clock.now();
  await safety.auditLog.transact((write, audit) => {
    write.create(appeals, {
      ...{ id: APPEAL, case: number, team: "general", decision: APPEAL },
      ...{ by: "person", report: null, appellant: null, claim: null },
      ...{ words: null, at: now, dueAt: now, state: "open", openDueAt: now },
      ...{ question: null, askedAt: null, reply: null, outcome: null },
      ...{ lessenedTo: null, staff: null, toPerson: null, toReporter: null },
      ...{ decidedAt: null, changedAt: now },
    });
    const { staffId } = noor;
    const lease = { staff: staffId, since: now, until: now + MINUTE };
    write.create(claims, { item: APPEAL, ...lease });
    audit({ actor: { kind: "person" }, action: "appeal.file", object: number });
  });
  assertEquals(await staff.holder(APPEAL), noor.staffId);
  await staff.change(["triage"]);
  assertEquals(await staff.holder(APPEAL), null);
  assertEquals(await staff.holder(), noor.staffId, "triage has cases");
});

Deno.test("signing out of one of two browsers keeps the case, of the last gives it back", async () => {
  await using staff = await openStaff();
  const { safety, noor } = staff;
  const other = await staffSession(safety, noor.staffId);
  const end = (session?: string) =>
    endSession({ safety }, noor.staff, { staffId: noor.staffId, session });
  assert(await end(noor.staff.facts.session));
  assertEquals(await staff.holder(), noor.staffId);
  assert(await end(sha256(other)));
  assertEquals(await staff.holder(), null);
});

Deno.test("an admin who ends all sessions of somebody frees what they had", async () => {
  await using staff = await openStaff();
  const { safety, ada, noor } = staff;
  await staffSession(safety, noor.staffId);
  assert(await endSession({ safety }, ada.staff, { staffId: noor.staffId }));
  assertEquals(await staff.holder(), null);
});
