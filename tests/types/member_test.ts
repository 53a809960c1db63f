import { assertEquals } from "@std/assert";
import { refusedPrograms } from "./refused_programs.ts";

const rooms = new URL("../../lib/", import.meta.url).href;

const HEAD = `
import { findSession, type Member, saveProfile, findPicture, endAllSessions }
  from "${rooms}accounts/mod.ts";
import { newAccountId } from "${rooms}kernel/mod.ts";
import type { Principal, MemberState } from "${rooms}http/mod.ts";
import type { Store } from "${rooms}store/mod.ts";
const profile = { version: "none", username: "Ada", interests: [], languages: [] };
const plain = { kind: "member" as const, accountId: newAccountId(), session: "s", provenAt: 0 };
`;

const ACCEPTED: Record<string, string> = {
  "a member whom findSession found": `
    const member = await findSession(store, "token", 0, async () => {});
    if (member) await saveProfile(store, member, profile, 0);`,
  "a member among principals, once that is known": `
    const principal = {} as Principal;
    if (principal.kind === "member") await findPicture(store, principal);`,
  "what a route for members finds":
    `await endAllSessions(store, ({} as MemberState).principal);`,
};

const REFUSED: Record<string, string> = {
  "a plain object": `await saveProfile(store, plain, profile, 0);`,
  "a bare id": `await findPicture(store, newAccountId());`,
  "a bare text": `await endAllSessions(store, "ada");`,
  "a copy of a member's fields": `
    const member = await findSession(store, "token", 0, async () => {});
    if (member) await saveProfile(store, { ...member }, profile, 0);`,
  "nobody": `await findPicture(store,
    await findSession(store, "token", 0, async () => {}));`,
  "a principal of any kind": `await findPicture(store, {} as Principal);`,
  "one of the staff": `
    const principal = {} as Principal;
    if (principal.kind === "staff") await findPicture(store, principal);`,
  "a plain object as a principal":
    `const principal: Principal = plain; await principal;`,
  "a member made by hand": `new Member(newAccountId(), "s", 0); await 0;`,
};

Deno.test("nothing but a proof that the gate was passed opens the account's actions", async () => {
  const programs = Object.fromEntries(
    Object.entries({ ...ACCEPTED, ...REFUSED }).map(([name, use]) => [
      name,
      `${HEAD}export async function use(store: Store) {${use}\n}`,
    ]),
  );
  assertEquals(
    (await refusedPrograms(programs)).toSorted(),
    Object.keys(REFUSED).toSorted(),
  );
});
