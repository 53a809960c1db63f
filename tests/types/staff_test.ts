import { assertEquals } from "@std/assert";
import { refusedPrograms } from "./refused_programs.ts";

const rooms = new URL("../../lib/", import.meta.url).href;

const HEAD = `
import { Actor, authorise, findStaff, invite, type Permission, type Staff,
  type StaffDeps } from "${rooms}staff/mod.ts";
import type { Principal, StaffCtx } from "${rooms}http/mod.ts";
function decide(actor: Actor<"case.decide">) { return actor.staffId; }
const now = 0;
`;

const ACCEPTED: Record<string, string> = {
  "what authorise answers": `
    const actor = authorise(staff, "case.decide", { now });
    if (actor.ok) decide(actor.value);`,
  "the staff that findStaff found": `
    const found = await findStaff(deps.store, "token", now);
    const actor = found && authorise(found, "staff.write", { now });
    if (actor?.ok) await invite(deps, actor.value, {
      name: "Noor", roles: ["moderator"] });`,
  "what a route for the staff finds": `
    const actor = authorise(({} as StaffCtx).state.principal, "case.decide", { now });
    if (actor.ok) decide(actor.value);`,
};

const REFUSED: Record<string, string> = {
  "no actor": `decide();`,
  "one of the staff": `decide(staff);`,
  "an actor who may do something else": `
    const actor = authorise(staff, "case.claim", { now });
    if (actor.ok) decide(actor.value);`,
  "an actor who may do something": `
    const actor = authorise(staff, "case.decide" as Permission, { now });
    if (actor.ok) decide(actor.value);`,
  "an answer that was not looked at": `
    decide(authorise(staff, "case.decide", { now }));`,
  "an object that looks like an actor": `
    decide({ staff, staffId: "s", permission: "case.decide", owns: () => false });`,
  "a copy of an actor's fields": `
    const actor = authorise(staff, "case.decide", { now });
    if (actor.ok) decide({ ...actor.value });`,
  "an actor made by hand": `decide(new Actor(staff, "case.decide"));`,
  "a permission that there is not":
    `authorise(staff, "case.anything", { now });`,
  "a principal of any kind": `
    authorise({} as Principal, "case.decide", { now });`,
  "staff made by hand": `
    authorise({ facts: staff.facts, permissions: new Set(), kind: "staff",
      staffId: "s", may: () => true, isProven: () => true }, "case.decide",
      { now });`,
  "a member": `
    const principal = {} as Principal;
    if (principal.kind === "member") {
      authorise(principal, "case.decide", { now });
    }`,
};

Deno.test("S02: a decision without the proof that somebody may decide does not compile", async () => {
  const programs = Object.fromEntries(
    Object.entries({ ...ACCEPTED, ...REFUSED }).map(([name, use]) => [
      name,
      `${HEAD}export async function use(deps: StaffDeps, staff: Staff) {
        await deps; ${use}\n}`,
    ]),
  );
  assertEquals(
    (await refusedPrograms(programs)).toSorted(),
    Object.keys(REFUSED).toSorted(),
  );
});
