import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type AuditEntry,
  AuditLog,
  hashOf,
  type NewEntry,
} from "../../lib/audit/mod.ts";
import { auditEntries, auditNotes } from "../../lib/audit/records.ts";
import { newAccountId, sha256 } from "../../lib/kernel/mod.ts";
import { shareStore, type Store, subjectHashOf } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { ruling, rulings } from "../store/helpers/audited.ts";

const ENTRY: NewEntry = {
  actor: { kind: "staff", id: "ines" },
  action: "case.decide",
  object: "MC-7K3F-Q2ZD",
  details: { rule: "harm", points: 7, bulk: false },
};

async function withLogs(
  test: (logs: AuditLog[], store: Store) => Promise<void>,
): Promise<void> {
  using kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const stores = [shareStore(kv, clock), shareStore(kv, clock)];
  const logs = stores.map((store) => new AuditLog({ store, clock }));
  await test(logs, stores[0]);
}

async function entriesOf(store: Store): Promise<AuditEntry[]> {
  const stored = await Array.fromAsync(store.each(auditEntries));
  return stored.map(({ value }) => value);
}

function assertChained(entries: readonly AuditEntry[]): void {
  let previous = "0".repeat(64);
  for (const [index, entry] of entries.entries()) {
    assertEquals([entry.index, entry.previous], [index, previous]);
    const { hash, ...unhashed } = entry;
    assertEquals(hash, hashOf(unhashed));
    previous = hash;
  }
}

Deno.test("a change and its entries stand in one atomic", async () => {
  await withLogs(async ([log], store) => {
    const value = ruling(log.deps.clock.now());
    const done = await log.transact((write, audit) => {
      write.create(rulings, value);
      audit(ENTRY);
      audit({ actor: { kind: "system" }, action: "sanction.impose" });
      return "decided";
    });
    assertEquals(done, { ok: true, value: "decided" });
    const entries = await entriesOf(store);
    assertChained(entries);
    assertEquals(
      entries.map(({ action, actor, details }) => ({ action, actor, details })),
      [
        { action: "case.decide", actor: "ines", details: ENTRY.details! },
        { action: "sanction.impose", actor: "system", details: {} },
      ],
    );
    const again = await log.transact((write, audit) => {
      write.create(rulings, value);
      audit(ENTRY);
    }, 2);
    assertEquals(again.ok, false);
    assertEquals(await entriesOf(store), entries);
  });
});

Deno.test("a change without an entry is refused", async () => {
  await withLogs(async ([log], store) => {
    await assertRejects(
      () => log.transact((write) => void write.create(rulings, ruling(1))),
      TypeError,
      "no entry",
    );
    assertEquals(await entriesOf(store), []);
  });
});

Deno.test("many writers of two processes make one chain, and none is lost", async () => {
  await withLogs(async (logs, store) => {
    const all = Array.from(
      { length: 60 },
      (_, n) =>
        logs[n % 2].transact((_write, audit) => {
          audit({ ...ENTRY, details: { n } });
        }),
    );
    for (const done of await Promise.all(all)) assert(done.ok);
    const entries = await entriesOf(store);
    assertChained(entries);
    const seen = entries.map(({ details }) => details.n as number);
    assertEquals(seen.sort((a, b) => a - b), all.map((_, n) => n));
  });
});

Deno.test("one that fails is in nobody's way", async () => {
  await withLogs(async ([log], store) => {
    const failed = log.transact(() => {
      throw new Error("no idea");
    });
    const fine = log.transact((_write, audit) => audit(ENTRY));
    await assertRejects(() => failed, Error, "no idea");
    assert((await fine).ok);
    assertEquals((await entriesOf(store)).length, 1);
  });
});

Deno.test("words lie in a note, which is found out when it is altered", async () => {
  await withLogs(async ([log], store) => {
    const subject = newAccountId();
    const note = "Said the light goes off at nine.";
    await log.transact((_write, audit) => audit({ ...ENTRY, subject, note }));
    const [entry] = await entriesOf(store);
    assertEquals(entry.subject, subjectHashOf(subject));
    assert(!JSON.stringify(entry).includes(subject));
    assert(!JSON.stringify(entry).includes("nine"));
    const kept = await store.get(auditNotes, [entry.note!]);
    assertEquals(kept?.value.text, note);
    assertEquals(entry.noteDigest, sha256(`${kept?.value.salt}\n${note}`));
  });
});

Deno.test("sentences, long details and too many of them are refused", async () => {
  await withLogs(async ([log], store) => {
    const many = Object.fromEntries(
      Array.from({ length: 17 }, (_, n) => [`k${"a".repeat(n)}`, n]),
    );
    const wrong: Record<string, string | number>[] = [
      { why: "she said so" },
      { why: "x".repeat(65) },
      { "Why": 1 },
      many,
    ];
    for (const details of wrong) {
      await assertRejects(
        () => log.transact((_write, audit) => audit({ ...ENTRY, details })),
      );
    }
    const note = "x".repeat(2001);
    await assertRejects(
      () => log.transact((_write, audit) => audit({ ...ENTRY, note })),
    );
    assertEquals(await entriesOf(store), []);
  });
});

Deno.test("every field of an entry is in its hash", async () => {
  await withLogs(async ([log], store) => {
    await log.transact((_write, audit) => audit({ ...ENTRY, note: "words" }));
    const [{ hash, ...unhashed }] = await entriesOf(store);
    const changed = {
      index: 1,
      at: 1,
      actorKind: "system",
      actor: "jonas",
      action: "case.note",
      subject: "1".repeat(64),
      object: "MC-0000-0000",
      details: { ...unhashed.details, points: 8 },
      note: "other",
      noteDigest: "2".repeat(64),
      previous: "3".repeat(64),
    } as const;
    assertEquals(Object.keys(changed).sort(), Object.keys(unhashed).sort());
    for (const [field, value] of Object.entries(changed)) {
      const other = hashOf({ ...unhashed, [field]: value });
      assert(other !== hash, field);
    }
    const turned = Object.fromEntries(
      Object.entries(unhashed.details).reverse(),
    );
    assertEquals(hashOf({ ...unhashed, details: turned }), hash);
  });
});

Deno.test("what changes nothing else has its entry, too", async () => {
  await withLogs(async ([log], store) => {
    await log.append({ ...ENTRY, action: "access.denied" });
    const [{ action }] = await entriesOf(store);
    assertEquals(action, "access.denied");
  });
});

Deno.test("what may not be lost says when it is", async () => {
  await withLogs(async ([log]) => {
    const value = ruling(log.deps.clock.now());
    const rule = () =>
      log.transactOrThrow("rule", (write, audit) => {
        write.create(rulings, value);
        audit(ENTRY);
        return "ruled";
      });
    assertEquals(await rule(), "ruled");
    const again = new AuditLog({
      ...log.deps,
      store: Object.assign(Object.create(log.deps.store), {
        transact: () => Promise.resolve({ ok: false, reason: "changed" }),
      }),
    });
    await assertRejects(
      () => again.transactOrThrow("rule", () => null),
      Error,
      "Cannot rule: others keep changing the same records",
    );
  });
});
