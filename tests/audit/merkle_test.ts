import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  consistencyPath,
  EMPTY_HEAD,
  type FullSubtree,
  GrowingTree,
  headOf,
  inclusionPath,
  nodeHash,
  provesConsistency,
  provesInclusion,
} from "../../lib/audit/merkle.ts";
import { sha256 } from "../../lib/kernel/mod.ts";

/** The inputs of the test vectors of Certificate Transparency, in hex. */
const INPUTS = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];

/** Their heads after each, as published with them. */
const HEADS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function leafOf(hex: string): string {
  return sha256(Uint8Array.fromHex(`00${hex}`));
}

/** Straight from the definition of MTH in RFC 6962 section 2.1. */
function slowHead(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256("");
  if (leaves.length === 1) return leaves[0];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(slowHead(leaves.slice(0, k)), slowHead(leaves.slice(k)));
}

function subtreesOf(leaves: readonly string[]): FullSubtree {
  return (height, before) => {
    const size = 2 ** height;
    assert((before + 1) * size <= leaves.length, "reaches past the tree");
    return Promise.resolve(
      slowHead(leaves.slice(before * size, (before + 1) * size)),
    );
  };
}

function leavesOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => sha256(`leaf ${n}`));
}

function altered(path: readonly string[], at: number): string[] {
  return path.with(at, sha256(path[at]));
}

Deno.test("the heads of Certificate Transparency's vectors come out", async () => {
  const leaves = INPUTS.map(leafOf);
  const tree = new GrowingTree();
  assertEquals(tree.head, EMPTY_HEAD);
  assertEquals(
    EMPTY_HEAD,
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  for (const [n, leaf] of leaves.entries()) {
    tree.add(leaf);
    assertEquals([tree.size, tree.head], [n + 1, HEADS[n]]);
    const some = leaves.slice(0, n + 1);
    assertEquals(await headOf(subtreesOf(some), n + 1), HEADS[n]);
  }
});

Deno.test("their paths, too", async () => {
  const subtrees = subtreesOf(INPUTS.map(leafOf));
  assertEquals(await inclusionPath(subtrees, 0, 8), [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  ]);
  assertEquals(await inclusionPath(subtrees, 5, 8), [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  assertEquals(await inclusionPath(subtrees, 2, 3), [
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  ]);
  assertEquals(await consistencyPath(subtrees, 1, 1), []);
  assertEquals(await consistencyPath(subtrees, 1, 8), [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  ]);
  assertEquals(await consistencyPath(subtrees, 6, 8), [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

Deno.test("every proof of inclusion holds, and none that was altered", async () => {
  const sizes = fc.integer({ min: 1, max: 70 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, some, which) => {
      const leaves = leavesOf(size);
      const index = some % size;
      const facts = {
        leaf: leaves[index],
        index,
        size,
        head: slowHead(leaves),
      };
      const path = await inclusionPath(subtreesOf(leaves), index, size);
      assert(provesInclusion(facts, path));
      const other = leavesOf(size + 1)[size];
      assert(!provesInclusion({ ...facts, leaf: other }, path));
      assert(!provesInclusion({ ...facts, head: other }, path));
      assert(!provesInclusion({ ...facts, index: size }, path));
      assert(!provesInclusion({ ...facts, index: -1 }, path));
      if (size > 1) {
        const elsewhere = (index + 1 + which % (size - 1)) % size;
        assert(!provesInclusion({ ...facts, index: elsewhere }, path));
        assert(!provesInclusion(facts, path.slice(1)));
        assert(!provesInclusion(facts, path.slice(0, -1)));
        assert(!provesInclusion(facts, altered(path, which % path.length)));
      }
      assert(!provesInclusion(facts, [...path, other]));
      assert(!provesInclusion(facts, [other, ...path]));
    }),
  );
});

Deno.test("every proof of consistency holds, and none that was altered", async () => {
  const sizes = fc.integer({ min: 1, max: 70 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, some, which) => {
      const leaves = leavesOf(size);
      const less = some % (size + 1);
      const older = { size: less, head: slowHead(leaves.slice(0, less)) };
      const newer = { size, head: slowHead(leaves) };
      const path = await consistencyPath(subtreesOf(leaves), less, size);
      assert(provesConsistency(older, newer, path));
      const other = sha256("other");
      assert(!provesConsistency({ ...older, head: other }, newer, path));
      assert(!provesConsistency(older, newer, [...path, other]));
      if (less > 0) {
        assert(!provesConsistency(older, { ...newer, head: other }, path));
        const cut = leaves.with(which % less, other);
        const forged = { size: less, head: slowHead(cut.slice(0, less)) };
        assert(!provesConsistency(forged, newer, path));
      }
      if (path.length > 0) {
        assert(!provesConsistency(older, newer, path.slice(1)));
        assert(
          !provesConsistency(older, newer, altered(path, which % path.length)),
        );
      }
      if (less < size) assert(!provesConsistency(newer, older, path));
    }),
  );
});

Deno.test("a tree that grows has the head that the definition gives", () => {
  const tree = new GrowingTree();
  const leaves = leavesOf(300);
  for (const [n, leaf] of leaves.entries()) {
    tree.add(leaf);
    assertEquals(tree.head, slowHead(leaves.slice(0, n + 1)));
  }
});
