import { assert, assertEquals } from "@std/assert";
import { accounts, devices, sessions } from "../../lib/accounts/records.ts";
import { profiles } from "../../lib/accounts/profile/records.ts";
import { registry } from "../../lib/data_map/mod.ts";
import { type AccountId, DAY, dayOf, newId } from "../../lib/kernel/mod.ts";
import type { Collection } from "../../lib/store/mod.ts";
import { come, plantAll, SESSION } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { plant } from "../helpers/records.ts";
import { withWorld, type World } from "./helpers/world.ts";

const ANN = newId();
const BOB = newId();

const visited = registry.filter((collection) =>
  renewedBy(collection) === "visit"
);

function renewedBy({ spec: { privacy } }: Collection) {
  return "subjects" in privacy ? privacy.renewed : undefined;
}

/** The values in a collection that are about a person. */
async function valuesOf(
  store: World["store"],
  collection: Collection,
  person: string,
): Promise<Record<string, unknown>[]> {
  const of = collection.roles[0]?.of;
  const all = await Array.fromAsync(store.each(collection));
  return all.map(({ value }) => value as Record<string, unknown>)
    .filter((value) => of !== undefined && value[of] === person);
}

async function plantFor(
  { store, clock }: World,
  collection: Collection,
  person: string,
): Promise<void> {
  const people = Object.fromEntries(
    collection.roles.map(({ of }) => [of, person]),
  );
  const seed = { people, searchTerm: newId(), now: clock.now() };
  await plant(store, collection, seed);
}

Deno.test("what is counted from the last visit says what renews it", () => {
  const silent = registry.filter((collection) =>
    collection.plan.ends?.from === "seenDay" &&
    renewedBy(collection) === undefined
  );
  assertEquals(silent.map(({ name }) => name), []);
  assert(visited.length >= 7, visited.map(({ name }) => name).join());
});

for (const collection of visited) {
  Deno.test(`${collection.name} last while their person comes, and no longer`, async () => {
    await withWorld(async (world) => {
      const { store, clock, map } = world;
      await plantFor(world, collection, ANN);
      await plantFor(world, collection, BOB);
      const from = collection.plan.ends!.from;
      const [before] = await valuesOf(store, collection, ANN);
      const [other] = await valuesOf(store, collection, BOB);
      clock.pass(collection.plan.ends!.length - 2 * DAY);
      const day = dayOf(clock.now());
      await map.renewOnVisit(ANN, day);
      assertEquals(await valuesOf(store, collection, ANN), [
        { ...before, [from]: day },
      ]);
      assertEquals(await valuesOf(store, collection, BOB), [other]);
      clock.pass(4 * DAY);
      await map.sweep({ dry: false });
      assertEquals((await valuesOf(store, collection, ANN)).length, 1);
      assertEquals(await valuesOf(store, collection, BOB), []);
      clock.pass(collection.plan.ends!.length);
      await map.sweep({ dry: false });
      assertEquals(await valuesOf(store, collection, ANN), []);
    }, registry);
  });
}

Deno.test("a visit leaves everything alone that is not declared so", async () => {
  await withWorld(async (world) => {
    const { store, clock, map } = world;
    const others = registry.filter((collection) =>
      collection.roles.length === 1 && !visited.includes(collection) &&
      collection.spec.despiteErasure === undefined
    );
    for (const collection of others) {
      await plantFor(world, collection, person(collection));
    }
    const read = async () => {
      const all = others.map((one) => valuesOf(store, one, person(one)));
      return await Promise.all(all);
    };
    clock.pass(60_000);
    const before = await read();
    assert(before.flat().length > 5);
    for (const id of new Set(others.map(person))) {
      await map.renewOnVisit(id, dayOf(clock.now()) + DAY);
    }
    assertEquals(await read(), before);
  }, registry);
});

/** An id of the length that the collection asks for. */
function person(collection: Collection): string {
  const schema = collection.spec.schema.shape[collection.roles[0].of] as {
    safeParse(value: unknown): { success: boolean };
  };
  return schema.safeParse(ANN).success ? ANN : "a7k2m9x4q8w1r5t3".repeat(4);
}

Deno.test("a visit on an earlier day moves nothing back", async () => {
  await withWorld(async (world) => {
    const { store, clock, map } = world;
    await plantFor(world, profiles, ANN);
    const before = await valuesOf(store, profiles, ANN);
    await map.renewOnVisit(ANN, dayOf(clock.now()) - 5 * DAY);
    assertEquals(await valuesOf(store, profiles, ANN), before);
  }, registry);
});

Deno.test("two visits on one day write each record once", async () => {
  await withWorld(async (world) => {
    const { store, clock, map } = world;
    await plantFor(world, profiles, ANN);
    clock.pass(3 * DAY);
    const day = dayOf(clock.now());
    await Promise.all([map.renewOnVisit(ANN, day), map.renewOnVisit(ANN, day)]);
    const [first] = await Array.fromAsync(store.each(profiles));
    await map.renewOnVisit(ANN, day);
    const [second] = await Array.fromAsync(store.each(profiles));
    assertEquals(second.version, first.version);
    assertEquals(second.value.seenDay, day);
  }, registry);
});

async function seenDays(app: TestApp, accountId: AccountId) {
  const { store } = app.millo;
  const days = await Promise.all(
    visited.map(async (collection) => {
      const values = await valuesOf(store, collection, accountId);
      return values.map((value) => value[collection.plan.ends!.from]);
    }),
  );
  return new Set(days.flat());
}

Deno.test("the first request of a day renews all that a person has", async () => {
  await using app = await openApp();
  const { store, clock } = app.millo;
  const { browser, accountId } = await come(app);
  const absent = await come(app);
  await plantAll(app, accountId);
  const start = dayOf(clock.now());
  app.clock.pass(20 * DAY);
  const today = dayOf(clock.now());
  assert(browser.cookie(SESSION));
  assertEquals((await browser.get("/account")).status, 200);
  assertEquals(await seenDays(app, accountId), new Set([today]));
  assertEquals(await seenDays(app, absent.accountId), new Set([start]));
  const used = await valuesOf(store, sessions, accountId);
  assertEquals(used.filter(({ seenDay }) => seenDay === today).length, 1);
  const behind = await valuesOf(store, devices, accountId);
  assertEquals(behind.filter(({ seenDay }) => seenDay === today).length, 1);
  const [account] = await valuesOf(store, accounts, accountId);
  assertEquals(account.createdDay, start);
});
