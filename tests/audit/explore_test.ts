import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type AuditEntry,
  entriesSince,
  type EntryFilter,
  listEntries,
  noteOf,
} from "../../lib/audit/mod.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { DAY, dayOf, HOUR, newAccountId } from "../../lib/kernel/mod.ts";
import { type Store, subjectHashOf } from "../../lib/store/mod.ts";
import { Forger } from "./helpers/forgery.ts";
import { withWorld, type World } from "./helpers/log.ts";

const ANY: EntryFilter = {
  actor: null,
  action: null,
  subject: null,
  object: null,
  day: null,
};

const PEOPLE = [newAccountId(), newAccountId()];
const ACTIONS = ["case.claim", "case.decide"] as const;

/** Entries over some days, of every mixture. */
async function fill({ log, clock }: World, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    clock.pass(n % 7 === 0 ? 5 * HOUR : 1);
    await log.append({
      actor: n % 3 === 0
        ? { kind: "system" }
        : { kind: "staff", id: `s${n % 3}` },
      action: ACTIONS[n % 2],
      subject: PEOPLE[n % 5] ?? null,
      object: n % 4 === 0 ? null : `MC-${n % 4}`,
    });
  }
}

async function allOf(
  store: Store,
  filter: EntryFilter,
  limit: number,
): Promise<number[]> {
  const indexes: number[] = [];
  let before: number | null = null;
  do {
    const page = await listEntries(store, filter, { before, limit });
    assert(page.entries.length <= limit);
    indexes.push(...page.entries.map(({ index }) => index));
    before = page.before;
  } while (before !== null);
  return indexes;
}

Deno.test("every filter finds what it should, page by page, newest first", async () => {
  await withWorld(async (world) => {
    const { store } = world;
    await fill(world, 90);
    const entries = (await Array.fromAsync(store.each(auditEntries)))
      .map(({ value }) => value);
    const days = [...new Set(entries.map(({ at }) => dayOf(at)))];
    assert(days.length > 2);
    const orNull = <T>(values: readonly T[]) =>
      fc.constantFrom(null, ...values);
    const filters: fc.Arbitrary<EntryFilter> = fc.record({
      actor: orNull(["system", "s1", "s2", "nobody"]),
      action: orNull(ACTIONS),
      subject: orNull(PEOPLE.map(subjectHashOf)),
      object: orNull(["MC-1", "MC-2", "MC-9"]),
      day: orNull([days[0] - DAY, ...days, days[days.length - 1] + DAY]),
    });
    const isOf = (entry: AuditEntry, { day, ...rest }: EntryFilter) =>
      (day === null || dayOf(entry.at) === day) &&
      Object.entries(rest).every(([field, value]) =>
        value === null || entry[field as keyof AuditEntry] === value
      );
    const limits = fc.integer({ min: 1, max: 100 });
    await fc.assert(
      fc.asyncProperty(filters, limits, async (filter, limit) => {
        const expected = entries.filter((entry) => isOf(entry, filter))
          .map(({ index }) => index).reverse();
        assertEquals(await allOf(store, filter, limit), expected);
      }),
    );
  });
});

Deno.test("a page that finds little ends after a thousand, and says where it goes on", async () => {
  await withWorld(async (world) => {
    const { store, log } = world;
    const staff = { kind: "staff", id: "ines" } as const;
    await log.append({ actor: staff, action: "case.claim" });
    for (let n = 0; n < 1100; n++) {
      await log.append({ actor: staff, action: "case.note" });
    }
    const filter: EntryFilter = { ...ANY, actor: "ines", action: "case.claim" };
    const first = await listEntries(store, filter, { before: null, limit: 20 });
    assertEquals(first, { entries: [], before: 101 });
    const { before } = first;
    const next = await listEntries(store, filter, { before, limit: 20 });
    assertEquals(next.entries.map(({ index }) => index), [0]);
    assertEquals(next.before, null);
  });
});

Deno.test("a day is found where the log's beginning has ended", async () => {
  await withWorld(async (world) => {
    await fill(world, 60);
    const { store, kv } = world;
    const entries = (await Array.fromAsync(store.each(auditEntries)))
      .map(({ value }) => value);
    await new Forger(kv).remove(...Array.from({ length: 25 }, (_, n) => n));
    const day = dayOf(entries[40].at);
    const expected = entries.slice(25).filter(({ at }) => dayOf(at) === day)
      .map(({ index }) => index).reverse();
    assertEquals(await allOf(store, { ...ANY, day }, 7), expected);
    const gone = { ...ANY, day: dayOf(entries[0].at) - DAY };
    assertEquals(await allOf(store, gone, 7), []);
  });
});

Deno.test("no entry is earlier than the one before it, so that a day is one stretch", async () => {
  await withWorld(async ({ log, clock, store }) => {
    const start = clock.now();
    await log.append({ actor: { kind: "system" }, action: "case.note" });
    clock.pass(-HOUR);
    await log.append({ actor: { kind: "system" }, action: "case.note" });
    const { entries } = await listEntries(store, ANY, {
      before: null,
      limit: 5,
    });
    assertEquals(entries.map(({ at }) => at), [start, start]);
  });
});

Deno.test("words are read beside their entry while they are kept", async () => {
  await withWorld(async ({ kv, log, store }) => {
    const note = "Second look asked for.";
    const actor = { kind: "system" } as const;
    await log.append({ actor, action: "case.note", note });
    await log.append({ actor, action: "case.note" });
    const { entries: [bare, noted] } = await listEntries(store, ANY, {
      before: null,
      limit: 2,
    });
    assertEquals([await noteOf(store, noted), await noteOf(store, bare)], [
      note,
      null,
    ]);
    await kv.delete(["r", "audit_notes", noted.note!]);
    assertEquals(await noteOf(store, noted), null);
  });
});

Deno.test("what was done since a time is found, newest first, as many as asked for", async () => {
  await withWorld(async (world) => {
    const { store, clock } = world;
    await fill(world, 40);
    const all = await Array.fromAsync(store.each(auditEntries));
    const decided = all.map(({ value }) => value)
      .filter(({ action }) => action === "case.decide").toReversed();
    const since = dayOf(clock.now());
    const found = await entriesSince(store, "case.decide", since, 500);
    const expected = decided.filter(({ at }) => at >= since);
    assert(expected.length > 1 && expected.length < decided.length);
    assertEquals(found, expected);
    assertEquals(
      await entriesSince(store, "case.decide", since, 1),
      expected.slice(0, 1),
    );
    assertEquals(await entriesSince(store, "ban.lapse", 0, 500), []);
    // More than one batch of the list.
    await fill(world, 200);
    assertEquals(
      (await entriesSince(store, "case.decide", 0, 500)).length,
      120,
    );
    assertEquals((await entriesSince(store, "case.decide", 0, 70)).length, 70);
    const later = clock.now() + 1;
    assertEquals(await entriesSince(store, "case.decide", later, 500), []);
  });
});
