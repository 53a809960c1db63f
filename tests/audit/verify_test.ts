import { DatabaseSync } from "node:sqlite";
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import {
  type AuditFault,
  AuditLog,
  makeCheckpoint,
  openCheckpointLog,
  proveConsistency,
  provesConsistency,
  SigningKeys,
  verifyLog,
} from "../../lib/audit/mod.ts";
import { EMPTY_HEAD } from "../../lib/audit/merkle.ts";
import { auditEntries, ENTRY_DAYS } from "../../lib/audit/records.ts";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { DAY, HOUR, newAccountId, sha256 } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { Forger } from "./helpers/forgery.ts";
import { OTHER_KEY, withWorld, type World, worldOn } from "./helpers/log.ts";

/** Twenty entries: eight signed, seven more signed, five not yet. */
const [FIRST, SIGNED, SIZE] = [8, 15, 20];

type Forge = (forger: Forger, index: number) => Promise<void>;

async function afterForging(
  forge: (forger: Forger) => Promise<void>,
): Promise<AuditFault | null> {
  let fault: AuditFault | null = null;
  await withWorld(async (world) => {
    await world.grow(FIRST);
    await world.checkpoint();
    await world.grow(SIGNED - FIRST);
    await world.checkpoint();
    await world.grow(SIZE - SIGNED);
    await forge(new Forger(world.kv));
    fault = (await world.verify()).fault;
  });
  return fault;
}

Deno.test("a log as it was written has no fault, signed or not", async () => {
  await withWorld(async ({ grow, checkpoint, verify }) => {
    const empty = await verify();
    assertEquals(
      { ...empty, took: 0 },
      {
        from: 0,
        size: 0,
        head: EMPTY_HEAD,
        checkpoints: 0,
        fault: null,
        took: 0,
      },
    );
    await grow(600);
    assertEquals((await verify()).fault, null);
    const { head } = await checkpoint();
    await grow(1);
    const { took: _took, ...whole } = await verify();
    assertEquals(whole.size, 601);
    assert(whole.head !== head);
    // One in the store, and its line outside.
    assertEquals([whole.checkpoints, whole.fault], [2, null]);
  });
});

/** What is named, by the index that was touched; null where nothing shows. */
const FORGERIES: Record<
  string,
  { forge: Forge; kind: (index: number) => string | null; last?: number }
> = {
  "an edit": {
    forge: (forger, index) => forger.edit(index, { object: "MC-X" }),
    kind: () => "altered",
  },
  "an edit with a hash that fits": {
    forge: (forger, index) => forger.edit(index, { at: 5 }, "it"),
    // Nothing says what the last one was before it is signed.
    kind: (index) => index === SIZE - 1 ? null : "altered",
  },
  "an edit with all hashes after it": {
    forge: (forger, index) => forger.edit(index, { details: {} }, "all"),
    kind: (index) => index < SIGNED ? "altered" : null,
  },
  "an edit of the link alone": {
    forge: (forger, index) => forger.edit(index, { previous: sha256("x") }),
    kind: () => "altered",
  },
  "an edit of the link with a hash that fits": {
    forge: (forger, index) => forger.relink(index, sha256("x")),
    kind: () => "altered",
    // The last one may as well be right, and the one before it wrong.
    last: SIZE - 2,
  },
  "another type of value": {
    forge: (forger, index) =>
      forger.kv.set(Forger.key(index), 7).then(() => {}),
    kind: () => "altered",
  },
  "an end that comes sooner": {
    async forge({ kv }, index) {
      const { value } = await kv.get<object>(Forger.key(index));
      await kv.set(Forger.key(index), { ...value, x: 1 });
    },
    kind: () => "altered",
  },
  "a record taken out of sight": {
    async forge({ kv }, index) {
      const { value } = await kv.get<object>(Forger.key(index));
      await kv.set(Forger.key(index), { ...value, h: true });
    },
    kind: () => "altered",
  },
  "a deletion": {
    forge: (forger, index) => forger.remove(index),
    kind: (index) => index === SIZE - 1 ? null : "missing",
  },
  "a deletion with the gap closed": {
    forge: (forger, index) => forger.closeUp(index, "not"),
    kind: (index) => index === SIZE - 1 ? null : "altered",
  },
  "a deletion with the gap closed and all hashes after it": {
    forge: (forger, index) => forger.closeUp(index, "all"),
    kind: (index) => index < SIGNED ? "altered" : null,
  },
  "a swap": {
    forge: (forger, index) => forger.swap(index, index + 1, "as is"),
    kind: () => "misplaced",
    last: SIZE - 2,
  },
  "a swap with the numbers set right": {
    forge: (forger, index) => forger.swap(index, index + 1, "renumbered"),
    kind: () => "altered",
    last: SIZE - 2,
  },
  "an insertion": {
    forge: (forger, index) => forger.insert(index, "it"),
    kind: (index) => index < SIGNED ? "altered" : "inserted",
  },
  "an insertion with all hashes after it": {
    forge: (forger, index) => forger.insert(index, "all"),
    kind: (index) => index < SIGNED ? "altered" : null,
  },
  "an insertion between two numbers": {
    async forge(forger, index) {
      await forger.put(index - 0.5, (await forger.entries())[index]);
    },
    kind: () => "inserted",
  },
  "a cut": {
    forge: (forger, index) => forger.cut(index),
    kind: (index) => index < SIGNED ? "cut" : null,
  },
};

for (
  const [name, { forge, kind, last = SIZE - 1 }] of Object.entries(FORGERIES)
) {
  Deno.test(`E01 ${name} is named by its index, wherever it is`, async () => {
    for (let index = 0; index <= last; index++) {
      const fault = await afterForging((forger) => forge(forger, index));
      const expected = kind(index);
      assertEquals(fault, expected === null ? null : { index, kind: expected });
    }
  });
}

Deno.test("E01 what was signed clears the last signed entry of a break after it", async () => {
  const fault = await afterForging((forger) =>
    forger.relink(SIGNED, sha256("x"), "all")
  );
  assertEquals(fault, { index: SIGNED, kind: "altered" });
});

Deno.test("E01 of several changes the first is named", async () => {
  const indexes = fc.uniqueArray(fc.nat(SIGNED - 1), {
    minLength: 1,
    maxLength: 4,
  });
  const names = fc.constantFrom(
    "an edit",
    "a deletion",
    "a record taken out of sight",
  );
  await fc.assert(
    fc.asyncProperty(indexes, names, async (indexes, name) => {
      const fault = await afterForging(async (forger) => {
        const ordered = indexes.toSorted((a, b) => b - a);
        for (const index of ordered) await FORGERIES[name].forge(forger, index);
      });
      assertEquals(fault?.index, Math.min(...indexes));
    }),
    { numRuns: 25 },
  );
});

Deno.test("E01 keys that are no index are named as insertions", async () => {
  for (const at of ["x", -1]) {
    const fault = await afterForging(async (forger) =>
      await forger.put(at, (await forger.entries())[0])
    );
    assertEquals(fault, { index: 0, kind: "inserted" });
  }
  const fault = await afterForging(async ({ kv }) => {
    const { value } = await kv.get(Forger.key(3));
    await kv.set(Forger.key(3, 1), value);
  });
  assertEquals(fault, { index: 4, kind: "inserted" });
});

Deno.test("E01 a log that was written anew, tree and all, is not the one that was signed", async () => {
  const rewrite = async (forger: Forger) => {
    await forger.edit(10, { object: "MC-X" }, "all");
    for await (
      const { key } of forger.kv.list({ prefix: ["r", "audit_tiles"] })
    ) {
      await forger.kv.delete(key);
    }
  };
  // Without the tree, the checkpoints tell as far as they reach.
  assertEquals(await afterForging(rewrite), {
    index: FIRST,
    kind: "rewritten",
  });
});

Deno.test("E01 a tree that was changed is told from a log that was", async () => {
  const fault = await afterForging(async ({ kv }) => {
    const key = ["r", "audit_tiles", 0, 0];
    const { value } = await kv.get<{ v: { hashes: string } }>(key);
    const { hashes } = value!.v;
    const other = hashes.slice(0, 64) + sha256("x") + hashes.slice(128);
    await kv.set(key, { ...value, v: { ...value!.v, hashes: other } });
  });
  assertEquals(fault, { index: 1, kind: "tile" });
});

Deno.test("E01 a checkpoint that we did not sign is named", async () => {
  await withWorld(async (world) => {
    await world.grow(3);
    const made = await world.checkpoint();
    const key = ["r", "audit_checkpoints", 3];
    const { value } = await world.kv.get<{ v: object }>(key);
    const signingKeys = await SigningKeys.open({
      configured: [OTHER_KEY],
      dataFolder: null,
    });
    const forged = [
      { ...made, at: made.at + 1 },
      // It blames no entry: whoever made it up knows nothing of them.
      { ...made, head: sha256("x") },
      { ...made, key: signingKeys.publicKey },
      {
        ...made,
        signature: made.signature!.replace(/^./, "A").replace(/.=/, "B="),
      },
      { ...made, key: null, signature: null },
    ];
    for (const v of forged) {
      await world.kv.set(key, { ...value, v });
      const { fault } = await world.verify();
      assertEquals(fault, { index: 2, kind: "signature" }, JSON.stringify(v));
    }
  });
});

Deno.test("E01 a cut is named where only the tree is left to tell", async () => {
  await withWorld(async ({ kv, grow, checkpoint, verify, lines }) => {
    await grow(10);
    await checkpoint();
    await kv.delete(["r", "audit_checkpoints", 10]);
    lines.text = "";
    await new Forger(kv).cut(6);
    assertEquals((await verify()).fault, { index: 6, kind: "cut" });
  });
});

Deno.test("what is written during a verification is no fault", async () => {
  await withWorld(async ({ grow, checkpoint, store, deps, clock }) => {
    await grow(4);
    let written = false;
    const { get } = store;
    store.get = async (...asked: Parameters<typeof get>) => {
      // The first tile is asked for when all entries have been read.
      if (!written) {
        written = true;
        await grow(3);
        await checkpoint();
      }
      return await get.apply(store, asked) as never;
    };
    const { signingKeys } = deps;
    const options = { store, signingKeys, outside: [], now: clock.now() };
    const { size, fault } = await verifyLog(options);
    assertEquals({ size, fault, written }, {
      size: 4,
      fault: null,
      written: true,
    });
  });
});

Deno.test("checkpoints from before there was a key are believed as far as they go", async () => {
  using kv = await Deno.openKv(":memory:");
  const before = await worldOn(kv, { configured: [] });
  await before.grow(3);
  const { key, signature } = await before.checkpoint();
  assertEquals([key, signature], [null, null]);
  assertEquals((await before.verify()).fault, null);
  const after = await worldOn(kv);
  await after.log.append({ actor: { kind: "system" }, action: "case.note" });
  await after.checkpoint();
  assertEquals((await after.verify()).fault, null);
});

Deno.test("E01 words that were changed or taken away are named, and those of the erased are not", async () => {
  const withNote = async (
    change: (world: World, key: Deno.KvKey, subject: string) => Promise<void>,
  ) => {
    let fault: AuditFault | null = null;
    await withWorld(async (world) => {
      await world.grow(2);
      const subject = newAccountId();
      await world.log.append({
        actor: { kind: "system" },
        action: "case.note",
        subject,
        note: "He laughed.",
      });
      const [{ value }] = (await world.store.all(auditEntries, {
        limit: 1,
        reverse: true,
      })).items;
      await change(world, ["r", "audit_notes", value.note!], subject);
      fault = (await world.verify()).fault;
    });
    return fault;
  };
  assertEquals(await withNote(() => Promise.resolve()), null);
  assertEquals(
    await withNote(({ kv }, key) => kv.delete(key)),
    { index: 2, kind: "note_missing" },
  );
  for (
    const change of [{ text: "He cried." }, { accountId: null }, { text: 1 }]
  ) {
    const fault = await withNote(async ({ kv }, key) => {
      const { value } = await kv.get<{ v: object }>(key);
      await kv.set(key, { ...value, v: { ...value!.v, ...change } });
    });
    assertEquals(fault, { index: 2, kind: "note_altered" });
  }
  const erased = await withNote(async ({ kv, store, clock }, key, subject) => {
    await kv.delete(key);
    await store.addTombstone(subject, clock.now());
  });
  assertEquals(erased, null);
});

Deno.test("what ended with its time is no fault, and what was taken before is", async () => {
  await withWorld(async ({ kv, clock, grow, checkpoint, verify }) => {
    await grow(300);
    await checkpoint();
    clock.pass(30 * DAY);
    await grow(300);
    await checkpoint();
    const forger = new Forger(kv);
    await forger.remove(...Array.from({ length: 300 }, (_, n) => n));
    assertEquals((await verify()).fault, { index: 0, kind: "missing" });
    // The first of them was added a second after the clock began.
    clock.pass((ENTRY_DAYS - 30) * DAY);
    const { from, size, fault } = await verify();
    assertEquals({ from, size, fault }, { from: 300, size: 600, fault: null });
    await forger.remove(300);
    assertEquals((await verify()).fault, { index: 300, kind: "missing" });
    clock.pass(60 * DAY);
    assertEquals((await verify()).fault, null);
    await forger.put(100.5, (await forger.entries())[0]);
    assertEquals((await verify()).fault, { index: 101, kind: "inserted" });
  });
});

Deno.test("words that ended with their time are no fault, though the entry is still there", async () => {
  await withWorld(async ({ kv, clock, grow, verify }) => {
    await grow(4);
    for await (const { key } of kv.list({ prefix: ["r", "audit_notes"] })) {
      await kv.delete(key);
    }
    assertEquals((await verify()).fault, { index: 0, kind: "note_missing" });
    clock.pass(ENTRY_DAYS * DAY);
    assertEquals((await verify()).fault, null);
  });
});

Deno.test("retention takes entries away, and the rest still verifies", async () => {
  await withWorld(async ({ store, clock, grow, checkpoint, verify }) => {
    const dataMap = createDataMap({ store, clock, dataFolder: null });
    await grow(10);
    await checkpoint();
    clock.pass((ENTRY_DAYS - 1) * DAY);
    await grow(4);
    await checkpoint();
    clock.pass(DAY + HOUR);
    await dataMap.sweep({ dry: false });
    const { from, size, fault } = await verify();
    assertEquals({ from, size, fault }, { from: 10, size: 14, fault: null });
  });
});

Deno.test("E03 between any two checkpoints it is proven that the log only grew", async () => {
  await withWorld(async ({ grow, checkpoint, store }) => {
    const made = [];
    for (const more of [1, 1, 5, 93, 156, 1, 143, 200]) {
      await grow(more);
      made.push(await checkpoint());
    }
    for (const [n, newer] of made.entries()) {
      for (const older of made.slice(0, n + 1)) {
        const { path } = await proveConsistency(store, older, newer);
        assert(provesConsistency(older, newer, path));
        const forged = { ...older, head: sha256("x") };
        assert(!provesConsistency(forged, newer, path));
      }
    }
  });
});

Deno.test("E03 a log cut below the last checkpoint outside is found out, whatever the store says", async () => {
  await withWorld(async ({ kv, grow, checkpoint, verify, lines }) => {
    await grow(10);
    await checkpoint();
    await grow(10);
    await checkpoint();
    const forger = new Forger(kv);
    await forger.cut(13);
    await forger.removeTree();
    assertEquals((await verify()).fault, { index: 13, kind: "cut" });
    // Where those outside are gone, too, nothing is left that could tell.
    const { text } = lines;
    lines.text = "";
    assertEquals((await verify()).fault, null);
    // A log that grew again past it is still not that one.
    lines.text = text;
    await grow(20);
    assertEquals((await verify()).fault, { index: 10, kind: "rewritten" });
  });
});

Deno.test("a verification can be given up", async () => {
  await withWorld(async ({ grow, store, deps, clock }) => {
    await grow(1);
    const signal = AbortSignal.abort(new Error("closing"));
    const options = { store, signingKeys: deps.signingKeys, outside: [] };
    await assertRejects(
      () => verifyLog({ ...options, now: clock.now(), signal }),
      Error,
      "closing",
    );
  });
});

interface Row {
  k: Uint8Array;
  v: Uint8Array;
}

interface OnDisk {
  change: (db: DatabaseSync, rows: Row[]) => void;
  fault: AuditFault;
}

const PUT = "UPDATE kv SET v = ? WHERE k = ?";
const REMOVE = "DELETE FROM kv WHERE k = ?";

/** What somebody may do to the file of a store that is stopped. */
const ON_DISK: Record<string, OnDisk> = {
  "an edit": {
    change: (db, rows) => {
      const v = new Uint8Array(rows[4].v);
      const text = new TextDecoder("latin1").decode(v);
      v[text.indexOf("MC-4") + 3] = "9".charCodeAt(0);
      db.prepare(PUT).run(v, rows[4].k);
    },
    fault: { index: 4, kind: "altered" },
  },
  "a deletion": {
    change: (db, rows) => void db.prepare(REMOVE).run(rows[6].k),
    fault: { index: 6, kind: "missing" },
  },
  "a swap": {
    change: (db, rows) => {
      db.prepare(PUT).run(rows[5].v, rows[2].k);
      db.prepare(PUT).run(rows[2].v, rows[5].k);
    },
    fault: { index: 2, kind: "misplaced" },
  },
  "an insertion": {
    change: (db, rows) => {
      const k = new Uint8Array(rows[4].k);
      k[k.length - 1] = 1;
      db.prepare(
        "INSERT INTO kv SELECT ?, v, v_encoding, version, seq, expiration_ms FROM kv WHERE k = ?",
      ).run(k, rows[4].k);
    },
    fault: { index: 5, kind: "inserted" },
  },
  "a cut": {
    change: (db, rows) => {
      for (const { k } of rows.slice(7)) db.prepare(REMOVE).run(k);
    },
    fault: { index: 7, kind: "cut" },
  },
  "a cut with all that was signed": {
    change: (db, rows) => {
      for (const { k } of rows.slice(7)) db.prepare(REMOVE).run(k);
      for (const name of ["audit_tiles", "audit_checkpoints"]) {
        db.prepare("DELETE FROM kv WHERE instr(k, ?) > 0")
          .run(new TextEncoder().encode(name));
      }
    },
    fault: { index: 7, kind: "cut" },
  },
};

for (const [name, { change, fault }] of Object.entries(ON_DISK)) {
  Deno.test(`E01, E03 ${name} in the file of a stopped store is named`, async () => {
    await withFolder(async (folder) => {
      const at = `${folder}/millo.kv`;
      const clock = new TestClock();
      const checkpointLog = openCheckpointLog(folder);
      const signingKeys = await SigningKeys.open({
        configured: [],
        dataFolder: folder,
      });
      const verify = async () => {
        const store = await openStore({ at, clock });
        const outside = await checkpointLog.read();
        const options = { store, signingKeys, outside, now: clock.now() };
        const done = await verifyLog(options);
        await store.close();
        return done.fault;
      };
      const store = await openStore({ at, clock });
      const log = new AuditLog({ store, clock });
      for (let n = 0; n < 10; n++) {
        await log.append({
          actor: { kind: "system" },
          action: "case.note",
          object: `MC-${n}`,
        });
      }
      await makeCheckpoint({ store, clock, signingKeys, checkpointLog });
      await store.close();
      assertEquals(await verify(), null);
      const db = new DatabaseSync(at);
      const rows = db.prepare(
        "SELECT k, v FROM kv WHERE instr(k, ?) = 1 ORDER BY k",
      ).all(new TextEncoder().encode("\x02r\0\x02audit_entries\0"));
      assertEquals(rows.length, 10);
      change(db, rows as unknown as Row[]);
      db.close();
      assertEquals(await verify(), fault);
    });
  });
}
