import { assert, assertEquals } from "@std/assert";
import {
  Auditor,
  lastVerification,
  newestCheckpoint,
} from "../../lib/audit/mod.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { Forger } from "./helpers/forgery.ts";
import { withWorld, type World } from "./helpers/log.ts";

const STAFF = { kind: "staff", id: "marta" } as const;

function auditorOf({ deps, log }: World): Auditor {
  return new Auditor({ ...deps, auditLog: log });
}

/** What was written to the log of the process meanwhile. */
async function errorsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { error } = console;
  const said: string[] = [];
  console.error = (line: string) => said.push(JSON.parse(line).what);
  try {
    await work();
  } finally {
    console.error = error;
  }
  return said;
}

Deno.test("a verification stands in the log, with who asked and what was found", async () => {
  await withWorld(async (world) => {
    const { store, clock, grow } = world;
    const auditor = auditorOf(world);
    assertEquals(await lastVerification(store), null);
    await grow(4);
    await auditor.verify(STAFF);
    const last = await lastVerification(store);
    const facts = { at: clock.now(), from: 0, size: 4, fault: null };
    assertEquals({ ...last, took: 0 }, { ...facts, took: 0 });
    const [{ value }] = (await store.all(auditEntries, {
      limit: 1,
      reverse: true,
    })).items;
    assertEquals([value.actor, value.details.sound], ["marta", true]);
    // The entry about it is part of the next one, which is the one told then.
    assertEquals((await auditor.verify(STAFF)).size, 5);
    assertEquals((await lastVerification(store))?.size, 5);
  });
});

Deno.test("a change is told to the operator, and stands in the log after it", async () => {
  await withWorld(async (world) => {
    const auditor = auditorOf(world);
    await world.grow(4);
    await new Forger(world.kv).edit(2, { object: "MC-X" });
    const said = await errorsOf(() => auditor.verify({ kind: "system" }));
    assertEquals(said, ["Cannot trust the audit log from entry 2 on: altered"]);
    const last = await lastVerification(world.store);
    assertEquals(last?.fault, { index: 2, kind: "altered" });
  });
});

Deno.test("two that ask at once get one verification", async () => {
  await withWorld(async (world) => {
    const auditor = auditorOf(world);
    await world.grow(4);
    const both = [auditor.verify(STAFF), auditor.verify(STAFF)];
    assert(auditor.isVerifying);
    const [one, two] = await Promise.all(both);
    assert(one === two);
    assert(!auditor.isVerifying);
    assertEquals((await world.verify()).size, 5);
  });
});

Deno.test("the end gives up a verification and signs what is new", async () => {
  await withWorld(async (world) => {
    const auditor = auditorOf(world);
    await world.grow(1200);
    const verifying = auditor.verify(STAFF).catch((error) => error.message);
    await auditor.close();
    assertEquals(await verifying, "Millo closes");
    assertEquals((await newestCheckpoint(world.store))?.size, 1200);
    assertEquals(await lastVerification(world.store), null);
  });
});

Deno.test("an end that cannot sign says so, and is no failure", async () => {
  await withWorld(async (world) => {
    await world.grow(2);
    await new Forger(world.kv).edit(1, { object: "MC-X" });
    const said = await errorsOf(() => auditorOf(world).close());
    assertEquals(said, ["Cannot sign the head of the audit log"]);
  });
});
