import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { MINUTE, newId } from "../../lib/kernel/mod.ts";
import {
  makeStaffCodes,
  MAX_STAFF_PASSKEYS,
  passkeysOf,
  removeStaff,
  removeStaffPasskey,
  type Staff,
  useStaffCode,
} from "../../lib/staff/mod.ts";
import { staffPasskeys } from "../../lib/staff/records.ts";
import { actorFor, openSafety, type TestSafety } from "../helpers/safety.ts";

/** Gives somebody as many passkeys; answers their ids. */
async function withPasskeys(
  { auditLog, clock }: TestSafety,
  { staffId }: Staff,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const done = await auditLog.transact((write, audit) => {
    for (const id of ids) {
      write.create(staffPasskeys, {
        ...{ id, staffId, publicKey: "", counter: 0, transports: [] },
        ...{ backedUp: false, createdAt: clock.now(), usedAt: clock.now() },
      });
    }
    const actor = { kind: "staff", id: staffId } as const;
    audit({ actor, action: "staff.passkey.add", object: staffId });
  });
  assert(done.ok);
  return ids;
}

async function openKeys(count: number) {
  const deps = await openSafety();
  const { staff } = await actorFor(deps, ["moderator"], "admin.enter");
  return {
    ...{ deps, staff },
    ids: await withPasskeys(deps, staff, count),
    left: async () => (await passkeysOf(deps.store, staff.staffId)).length,
    [Symbol.asyncDispose]: () => deps[Symbol.asyncDispose](),
  };
}

Deno.test("one of several passkeys is removed, and that is written down", async () => {
  await using keys = await openKeys(2);
  const { deps, staff, ids: [gone, stays] } = keys;
  assertEquals(await removeStaffPasskey(deps, staff, gone), {
    ok: true,
    value: null,
  });
  const left = await passkeysOf(deps.store, staff.staffId);
  assertEquals(left.map(({ id }) => id), [stays]);
  const entries = await Array.fromAsync(deps.store.each(auditEntries));
  const { action, actor } = entries.at(-1)!.value;
  assertEquals([action, actor], ["staff.passkey.remove", staff.staffId]);
});

Deno.test("the last passkey stays: without it nobody comes in again", async () => {
  await using keys = await openKeys(1);
  const { deps, staff, ids: [last] } = keys;
  assertEquals(await removeStaffPasskey(deps, staff, last), {
    ok: false,
    refusal: "last",
  });
  assertEquals(await keys.left(), 1);
});

Deno.test("of two that are removed at once one stays", async () => {
  await using keys = await openKeys(2);
  const { deps, staff, ids } = keys;
  const both = await Promise.all(
    ids.map((id) => removeStaffPasskey(deps, staff, id)),
  );
  assertEquals(both.filter(({ ok }) => ok).length, 1);
  assertEquals(await keys.left(), 1);
});

Deno.test("a passkey of a colleague is unknown, and so is one that is gone", async () => {
  await using keys = await openKeys(2);
  const { deps, staff } = keys;
  const mei = await actorFor(deps, ["moderator"], "admin.enter");
  const [hers] = await withPasskeys(deps, mei.staff, 2);
  for (const id of [hers, "nothing"]) {
    assertEquals(await removeStaffPasskey(deps, staff, id), {
      ok: false,
      refusal: "unknown",
    });
  }
  assertEquals((await passkeysOf(deps.store, mei.staffId)).length, 2);
});

Deno.test("S01: a passkey is removed by whoever showed one within five minutes", async () => {
  await using keys = await openKeys(MAX_STAFF_PASSKEYS);
  const { deps, staff, ids: [first] } = keys;
  deps.clock.pass(5 * MINUTE);
  assertEquals(await removeStaffPasskey(deps, staff, first), {
    ok: false,
    refusal: "unproven",
  });
  assertEquals(await keys.left(), MAX_STAFF_PASSKEYS);
});

Deno.test("a code of somebody who was removed opens nothing", async () => {
  await using deps = await openSafety();
  const { staff } = await actorFor(deps, ["moderator"], "admin.enter");
  const made = await makeStaffCodes(deps, staff);
  assert(made.ok);
  const [code] = made.value;
  const boss = await actorFor(deps, ["admin"], "staff.write");
  assert((await removeStaff(deps, boss, staff.staffId)).ok);
  assertEquals(await useStaffCode(deps, code), {
    ok: false,
    refusal: "unknown",
  });
});
