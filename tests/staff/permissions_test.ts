import { assert, assertEquals } from "@std/assert";
import {
  isHidden,
  mayGrant,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  proofFor,
  type Role,
  ROLE_NAMES,
  rolesToGive,
} from "../../lib/staff/mod.ts";

const ALL = Object.keys(PERMISSIONS) as Permission[];

Deno.test("S02: what each role may do", () => {
  const may = Object.fromEntries(
    ROLE_NAMES.map((role) => [role, [...permissionsOf([role])].sort()]),
  );
  assertEquals(may, {
    "triage": ["admin.enter", "appeal.read", "case.claim", "case.read"],
    "moderator": [
      "admin.enter",
      "alert.answer",
      "appeal.answer",
      "appeal.read",
      "case.ban",
      "case.bulk",
      "case.claim",
      "case.decide",
      "case.read",
      "evidence.open",
      "reply.write",
    ],
    "child-safety": [
      "admin.enter",
      "age.decide",
      "age.read",
      "alert.answer",
      "appeal.answer",
      "appeal.read",
      "case.ban",
      "evidence.open",
    ],
    "privacy": ["admin.enter", "audit.read"],
    "legal": ["admin.enter", "audit.read"],
    "analyst": ["admin.enter"],
    "admin": [
      "admin.enter",
      "alert.answer",
      "audit.read",
      "audit.verify",
      "staff.read",
      "staff.write",
    ],
  });
});

Deno.test("whoever has no role may not even enter", () => {
  assertEquals([...permissionsOf([])], []);
});

Deno.test("every permission is somebody's", () => {
  const held = permissionsOf(ROLE_NAMES);
  assertEquals(ALL.filter((permission) => !held.has(permission)), []);
});

Deno.test("A12: only child safety knows that there are age flags", () => {
  assertEquals(ALL.filter(isHidden), ["age.read", "age.decide"]);
  const others = ROLE_NAMES.filter((role) => role !== "child-safety");
  const seen = [...permissionsOf(others)].filter(isHidden);
  assertEquals(seen, []);
});

Deno.test("bans, roles and age flags ask for the passkey again", () => {
  const asked = ALL.filter((permission) => proofFor(permission) !== null);
  assertEquals(asked.map((permission) => [permission, proofFor(permission)]), [
    ["case.ban", "place"],
    ["age.decide", "place"],
    ["staff.write", "session"],
  ]);
});

Deno.test("nobody gives a role that lets do what they cannot do", () => {
  const given = (roles: Role[]) =>
    ROLE_NAMES.filter((role) => mayGrant(roles, role));
  assertEquals(given(["admin"]), ["privacy", "legal", "admin"]);
  assertEquals(given(["admin", "moderator"]), [
    "triage",
    "moderator",
    "privacy",
    "legal",
    "admin",
  ]);
  assertEquals(given([...ROLE_NAMES]), [...ROLE_NAMES]);
  for (const role of ROLE_NAMES) {
    if (role !== "admin") assertEquals(given([role]), [], role);
  }
  assert(mayGrant(["admin", "analyst"], "analyst"));
});

Deno.test("the first admin is given every role, and nobody after them", () => {
  const first = { by: null, roles: ["admin"] as Role[] };
  assertEquals(rolesToGive(first, false), ROLE_NAMES);
  assertEquals(rolesToGive(first, true), ["admin"]);
  assertEquals(rolesToGive({ ...first, by: "somebody" }, false), ["admin"]);
  const privacy = { by: null, roles: ["privacy"] as Role[] };
  assertEquals(rolesToGive(privacy, false), ["privacy"]);
});
