import { assert, assertEquals } from "@std/assert";
import { openAdmission } from "../../lib/app/admission.ts";
import { AuditLog } from "../../lib/audit/mod.ts";
import { accept, currentDocument } from "../../lib/consent/mod.ts";
import type { DataMap } from "../../lib/data_map/mod.ts";
import { type AccountId, DAY, newAccountId } from "../../lib/kernel/mod.ts";
import { addSanction, type SanctionKind } from "../../lib/standing/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

/** Whether somebody may be in calls, over records as they really are. */
async function openDoor() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const auditLog = new AuditLog({ store, clock });
  const restricted = new Set<string>();
  const mayProcess = (accountId: AccountId, purpose: string) => {
    assertEquals(purpose, "call");
    return Promise.resolve(!restricted.has(accountId));
  };
  const dataMap = { mayProcess } as unknown as DataMap;
  const admit = openAdmission({ store, clock }, dataMap);
  const newcomer = async (...slugs: ("rules" | "privacy")[]) => {
    const accountId = newAccountId();
    const shown = (slugs.length > 0 ? slugs : ["rules", "privacy"] as const)
      .map((slug) => currentDocument(slug));
    const said = {
      accountId,
      locale: "en",
      surface: "enrol",
      now: clock.now(),
    };
    await accept(store, said as Parameters<typeof accept>[1], shown);
    return accountId;
  };
  const impose = async (
    accountId: AccountId,
    kind: SanctionKind,
    until: number | null = null,
  ) => {
    const done = await auditLog.transact((write, audit) => {
      addSanction(write, {
        ...{ accountId, kind, from: clock.now(), until },
        ...{ provisionalUntil: null, decision: null },
      });
      audit({ actor: { kind: "system" }, action: "sanction.impose" });
    });
    assert(done.ok);
  };
  return {
    ...{ clock, restricted, newcomer, impose },
    asked: async (accountId: AccountId) => {
      const admitted = await admit(accountId);
      return admitted.ok ? "admitted" : admitted.refusal;
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("who agreed to both texts and did nothing wrong is let in", async () => {
  await using door = await openDoor();
  assertEquals(await door.asked(await door.newcomer()), "admitted");
});

const KINDS = {
  ban: "banned",
  review: "held",
  suspension: "suspended",
  reporting_bar: "admitted",
} as const satisfies Record<SanctionKind, string>;

for (const [kind, answer] of Object.entries(KINDS)) {
  Deno.test(`with a ${kind} a person is ${answer}`, async () => {
    await using door = await openDoor();
    const [ada, ben] = [await door.newcomer(), await door.newcomer()];
    await door.impose(ada, kind as SanctionKind);
    assertEquals(await door.asked(ada), answer);
    assertEquals(await door.asked(ben), "admitted");
  });
}

Deno.test("of several sanctions a person hears the gravest", async () => {
  await using door = await openDoor();
  const ada = await door.newcomer();
  for (const kind of ["suspension", "review", "ban"] as const) {
    await door.impose(ada, kind);
    assertEquals(await door.asked(ada), KINDS[kind]);
  }
});

Deno.test("a suspension lets in again at its very end", async () => {
  await using door = await openDoor();
  const ada = await door.newcomer();
  await door.impose(ada, "suspension", door.clock.now() + DAY);
  door.clock.pass(DAY - 1);
  assertEquals(await door.asked(ada), "suspended");
  door.clock.pass(1);
  assertEquals(await door.asked(ada), "admitted");
});

Deno.test("who agreed to one text only has the other to agree to", async () => {
  await using door = await openDoor();
  for (const slug of ["rules", "privacy"] as const) {
    assertEquals(await door.asked(await door.newcomer(slug)), "outdated");
  }
});

Deno.test("what is decided by others comes before what a person can mend", async () => {
  await using door = await openDoor();
  const ada = await door.newcomer("rules");
  door.restricted.add(ada);
  assertEquals(await door.asked(ada), "restricted");
  await door.impose(ada, "suspension");
  assertEquals(await door.asked(ada), "suspended");
});

Deno.test("a person's restriction ends when they take it back", async () => {
  await using door = await openDoor();
  const ada = await door.newcomer();
  door.restricted.add(ada);
  assertEquals(await door.asked(ada), "restricted");
  door.restricted.delete(ada);
  assertEquals(await door.asked(ada), "admitted");
});
