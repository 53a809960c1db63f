import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  lineOf,
  listCheckpoints,
  makeCheckpoint,
  newestCheckpoint,
  openCheckpointLog,
  proveConsistency,
  proveInclusion,
  provesConsistency,
  provesInclusion,
  SigningKeys,
} from "../../lib/audit/mod.ts";
import { checkpointsIn, signedText } from "../../lib/audit/checkpoint.ts";
import { GrowingTree } from "../../lib/audit/merkle.ts";
import {
  auditCheckpoints,
  auditEntries,
  auditTiles,
} from "../../lib/audit/records.ts";
import { addLeaves, roomAt, TileReader } from "../../lib/audit/tiles.ts";
import { sha256 } from "../../lib/kernel/mod.ts";
import { DataError } from "../../lib/store/mod.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { Forger } from "./helpers/forgery.ts";
import { KEY, OTHER_KEY, withWorld } from "./helpers/log.ts";

Deno.test("a checkpoint is the signed head of the tree, here and outside", async () => {
  await withWorld(async ({ grow, checkpoint, store, deps, lines, clock }) => {
    assertEquals(await makeCheckpoint(deps), null);
    await grow(5);
    const made = await checkpoint();
    const tree = new GrowingTree();
    const entries = await Array.fromAsync(store.each(auditEntries));
    for (const { value } of entries) tree.add(value.hash);
    assertEquals(
      { size: made.size, head: made.head, from: made.from, at: made.at },
      {
        size: 5,
        head: tree.head,
        from: entries[0].value.at,
        at: clock.now(),
      },
    );
    assert(await deps.signingKeys.isSigned(signedText(made), made));
    assertEquals(await newestCheckpoint(store), made);
    assertEquals(await lines.read(), [made]);
    // Where nothing is new, nothing is signed again.
    assertEquals(await checkpoint(), made);
    assertEquals((await lines.read()).length, 1);
    await grow(2);
    assertEquals((await checkpoint()).from, entries[4].value.at + 1000);
    assertEquals((await lines.read()).map(({ size }) => size), [5, 7]);
  });
});

Deno.test("a line says all of a checkpoint, wherever it stands", () => {
  const checkpoint = {
    size: 12,
    head: sha256("head"),
    from: 1_700_000_000_123,
    at: 1_700_000_600_000,
    key: KEY,
    signature: "c2lnbmVk",
  };
  const bare = { ...checkpoint, size: 13, key: null, signature: null };
  const text = `x\n{"line":"${lineOf(checkpoint)}"}\n${lineOf(bare)}`;
  assertEquals(checkpointsIn(text), [checkpoint, bare]);
  for (const [field, value] of Object.entries({ size: 1, from: 2, at: 3 })) {
    const other = { ...checkpoint, [field]: value };
    assert(signedText(other) !== signedText(checkpoint), field);
  }
  assertEquals(checkpointsIn("millo-audit/1 0 x"), []);
});

Deno.test("the first key signs, each of them is believed, and no other", async () => {
  const places = { configured: [KEY, OTHER_KEY], dataFolder: null };
  const both = await SigningKeys.open(places);
  const one = await SigningKeys.open({ ...places, configured: [KEY] });
  const other = await SigningKeys.open({ ...places, configured: [OTHER_KEY] });
  const none = await SigningKeys.open({ ...places, configured: [] });
  assertEquals(both.publicKey, one.publicKey);
  const signedBy = async (keys: SigningKeys) => ({
    key: keys.publicKey,
    signature: await keys.sign("text"),
  });
  assert(await both.isSigned("text", await signedBy(one)));
  assert(await both.isSigned("text", await signedBy(other)));
  assert(!await one.isSigned("text", await signedBy(other)));
  assert(!await one.isSigned("texT", await signedBy(one)));
  assertEquals(await signedBy(none), { key: null, signature: null });
  assert(!await one.isSigned("text", await signedBy(none)));
  const taken = { ...await signedBy(other), key: one.publicKey };
  assert(!await one.isSigned("text", taken));
});

Deno.test("a key is made once, in the data folder, for nobody else to read", async () => {
  await withFolder(async (dataFolder) => {
    const places = { configured: [], dataFolder };
    const first = await SigningKeys.open(places);
    const second = await SigningKeys.open(places);
    assertEquals(first.publicKey, second.publicKey);
    const { mode } = await Deno.stat(`${dataFolder}/audit_key`);
    assertEquals(mode! & 0o777, 0o600);
    const configured = await SigningKeys.open({ ...places, configured: [KEY] });
    assert(configured.publicKey !== first.publicKey);
  });
});

Deno.test("the file in the data folder keeps every checkpoint", async () => {
  await withFolder(async (folder) => {
    await withWorld(async ({ deps, grow }) => {
      const checkpointLog = openCheckpointLog(folder);
      const made = [];
      for (let n = 0; n < 3; n++) {
        await grow(1);
        made.push(await makeCheckpoint({ ...deps, checkpointLog }));
      }
      assertEquals(await openCheckpointLog(folder).read(), made);
    });
  });
});

Deno.test("no head is signed of a log that was changed", async () => {
  await withWorld(async ({ kv, grow, checkpoint }) => {
    await grow(3);
    const key = ["r", "audit_entries", 1];
    const { value } = await kv.get<{ v: object }>(key);
    await kv.set(key, { ...value, v: { ...value!.v, object: "MC-X" } });
    await assertRejects(checkpoint, DataError, "entry 1 is missing or altered");
    await kv.delete(key);
    await assertRejects(checkpoint, DataError, "entry 1 is missing or altered");
  });
  await withWorld(async ({ kv, grow, checkpoint }) => {
    await grow(3);
    await new Forger(kv).relink(1, sha256("x"));
    await assertRejects(checkpoint, DataError, "entry 1 is missing or altered");
  });
  await withWorld(async ({ kv, grow, checkpoint }) => {
    await grow(3);
    await checkpoint();
    await kv.delete(["r", "audit_entries", 2]);
    await assertRejects(checkpoint, DataError, "first 3 entries are not");
  });
  await withWorld(async ({ kv, grow, checkpoint }) => {
    await grow(3);
    await checkpoint();
    const key = ["r", "audit_tiles", 0, 0];
    const { value } = await kv.get<{ v: { hashes: string } }>(key);
    const hashes = sha256("x") + value!.v.hashes.slice(64);
    await kv.set(key, { ...value, v: { ...value!.v, hashes } });
    await grow(1);
    await assertRejects(checkpoint, DataError, "first 3 entries are not");
  });
});

Deno.test("two processes that sign at once agree", async () => {
  await withWorld(async ({ grow, deps, store }) => {
    await grow(300);
    const made = await Promise.all([
      makeCheckpoint(deps),
      makeCheckpoint(deps),
      makeCheckpoint(deps),
    ]);
    assertEquals(new Set(made.map((one) => one!.head)).size, 1);
    const kept = await Array.fromAsync(store.each(auditCheckpoints));
    assertEquals(kept.map(({ value }) => value.size), [300]);
  });
});

Deno.test("tiles give the hashes of any tree, whatever it grew by", async () => {
  await withWorld(async ({ store }) => {
    const leaves = Array.from({ length: 70_000 }, (_, n) => sha256(`${n}`));
    const tree = new GrowingTree();
    const heads = new Map<number, string>();
    for (let at = 0, step = 1; at < leaves.length; step = step * 3 % 257 + 1) {
      const some = leaves.slice(at, at + Math.min(step, roomAt(at)));
      await addLeaves(store, at, some);
      for (const leaf of some) tree.add(leaf);
      at += some.length;
      heads.set(at, tree.head);
    }
    const sizes = [...heads.keys()].filter((_, n) => n % 40 === 0);
    for (const size of sizes) {
      const newer = { size, head: heads.get(size)! };
      for (const index of [0, size - 1, size >> 1, 255, 256, 65_536]) {
        if (index >= size) continue;
        const proof = await proveInclusion(store, index, newer);
        assertEquals(proof.leaf, leaves[index]);
        assert(provesInclusion(proof, proof.path), `${index} of ${size}`);
      }
      const older = { size: sizes[0], head: heads.get(sizes[0])! };
      const { path } = await proveConsistency(store, older, newer);
      assert(provesConsistency(older, newer, path), `to ${size}`);
    }
    const levels = await Array.fromAsync(store.each(auditTiles));
    assertEquals(Math.max(...levels.map(({ value }) => value.level)), 2);
  });
});

Deno.test("what another process took in stays, and other hashes are refused", async () => {
  await withWorld(async ({ store }) => {
    const leaves = ["a", "b", "c"].map(sha256);
    await addLeaves(store, 0, leaves);
    await addLeaves(store, 0, leaves.slice(0, 1));
    assertEquals(await new TileReader(store).leaf(2), leaves[2]);
    assertEquals(await new TileReader(store).leaf(3), null);
    for (const [size, leaf] of [[0, "x"], [2, "x"], [5, "x"]] as const) {
      await assertRejects(
        () => addLeaves(store, size, [sha256(leaf)]),
        DataError,
        "has other hashes",
      );
    }
  });
});

Deno.test("a proof at any size reads few tiles", async () => {
  await withWorld(async ({ store }) => {
    const leaf = sha256("leaf");
    const batch = Array.from({ length: 256 }, () => leaf);
    for (let n = 0; n < 300; n++) await addLeaves(store, n * 256, batch);
    let reads = 0;
    const counted = Object.assign(Object.create(store), {
      get: (...asked: Parameters<typeof store.get>) => {
        reads++;
        return store.get(...asked);
      },
    });
    const path = await new TileReader(counted).subtree(16, 0);
    assertEquals([path.length, reads], [64, 1]);
    reads = 0;
    await proveInclusion(counted, 40_000, { size: 76_800, head: leaf });
    assert(reads <= 6, `${reads} reads`);
  });
});

Deno.test("nothing is proven of what the tree does not have", async () => {
  await withWorld(async ({ grow, checkpoint, store }) => {
    await grow(4);
    const made = await checkpoint();
    for (const index of [4, -1]) {
      await assertRejects(() => proveInclusion(store, index, made), RangeError);
    }
    const larger = { size: 5, head: made.head };
    await assertRejects(
      () => proveConsistency(store, larger, made),
      RangeError,
    );
    await assertRejects(() => proveInclusion(store, 4, larger), DataError);
  });
});

Deno.test("checkpoints are listed newest first, from the newest or below a size", async () => {
  await withWorld(async ({ grow, checkpoint, store }) => {
    for (const more of [1, 2, 3]) {
      await grow(more);
      await checkpoint();
    }
    const sizes = async (options: { limit: number; before?: number | null }) =>
      (await listCheckpoints(store, options)).items
        .map(({ value }) => value.size);
    assertEquals(await sizes({ limit: 9 }), [6, 3, 1]);
    assertEquals(await sizes({ limit: 9, before: null }), [6, 3, 1]);
    assertEquals(await sizes({ limit: 9, before: 6 }), [3, 1]);
    assertEquals(await sizes({ limit: 9, before: 3 }), [1]);
    assertEquals(await sizes({ limit: 9, before: 1 }), []);
    const first = await listCheckpoints(store, { limit: 2 });
    assert(first.cursor !== null, "more follow");
  });
});

Deno.test("what is unsigned, or signed with half of a signature, is believed by no key", async () => {
  await withWorld(async ({ grow, checkpoint, deps: { signingKeys } }) => {
    await grow(1);
    const { key, signature, ...made } = await checkpoint();
    const text = signedText({ ...made, key });
    const signed = (one: { key: string | null; signature: string | null }) =>
      signingKeys.isSigned(text, one);
    assertEquals(await signed({ key, signature }), true);
    assertEquals(await signed({ key: null, signature }), false);
    assertEquals(await signed({ key, signature: null }), false);
    assertEquals(await signed({ key: null, signature: null }), false);
    const other = await SigningKeys.open({
      ...{ configured: [OTHER_KEY], dataFolder: null },
    });
    assertEquals(await signed({ key: other.publicKey, signature }), false);
  });
});

Deno.test("without keys nothing is signed, and there is no key to compare with", async () => {
  const none = await SigningKeys.open({ configured: [], dataFolder: null });
  assertEquals([none.publicKey, await none.sign("text")], [null, null]);
});

Deno.test("without a data folder a checkpoint is a line of the process's log, and cannot be read back", async () => {
  const { log } = console;
  const said: string[] = [];
  console.log = (line: string) => said.push(line);
  try {
    await withWorld(async ({ grow, checkpoint }) => {
      await grow(2);
      const made = await checkpoint();
      const outside = openCheckpointLog(null);
      await outside.add(made);
      const [line] = said.splice(0).map((text) => JSON.parse(text));
      assertEquals(
        [line.level, line.what, line.line],
        ["info", "audit checkpoint", lineOf(made)],
      );
      assertEquals(await outside.read(), []);
    });
  } finally {
    console.log = log;
  }
});
