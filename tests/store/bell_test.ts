import { assert, assertEquals } from "@std/assert";
import { Bells } from "../../lib/store/bell.ts";
import { eventually } from "../helpers/processes.ts";

/** A handle whose watches are ours to ring and to break. */
function watchable() {
  const open: ReadableStreamDefaultController<Deno.KvEntryMaybe<unknown>[]>[] =
    [];
  let watches = 0;
  const watch = () => {
    watches++;
    return new ReadableStream({
      start: (controller) => void open.push(controller),
    });
  };
  return {
    handle: { watch, close() {} } as unknown as Deno.Kv,
    ring: () => open.at(-1)!.enqueue([]),
    break: () => open.at(-1)!.error(new Error("the connection is gone")),
    end: () => open.at(-1)!.close(),
    get watches() {
      return watches;
    },
  };
}

Deno.test("a watch that breaks or ends is set up again", async () => {
  const there = watchable();
  const bells = new Bells(there.handle);
  let rings = 0;
  bells.listen("hall", () => rings++);
  there.ring();
  await eventually(() => rings === 1, "the bell rings");
  there.break();
  await eventually(() => there.watches === 2, "it is watched again");
  there.ring();
  await eventually(() => rings === 2, "the bell rings again");
  there.end();
  await eventually(() => there.watches === 3, "it is watched again");
  await bells.close();
});

Deno.test("a watch that goes on breaking is tried ever later", async () => {
  const there = watchable();
  const bells = new Bells(there.handle);
  bells.listen("hall", () => {});
  const start = performance.now();
  for (let n = 1; n <= 4; n++) {
    await eventually(() => there.watches === n, `watch ${n}`);
    there.break();
  }
  assert(performance.now() - start > 300, "too eager");
  await bells.close();
  const last = there.watches;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assertEquals(there.watches, last);
});

Deno.test("listeners of one bell share a watch, and the last one ends it", async () => {
  const there = watchable();
  const bells = new Bells(there.handle);
  let rings = 0;
  const stops = [1, 2].map(() => bells.listen("hall", () => rings++));
  assertEquals(there.watches, 1);
  bells.ringHere(["hall", "yard"]);
  assertEquals(rings, 2);
  stops[0]();
  bells.ringHere(["hall"]);
  assertEquals(rings, 3);
  stops[1]();
  const again = bells.listen("hall", () => rings++);
  stops[1]();
  bells.ringHere(["hall"]);
  assertEquals(rings, 4);
  again();
  await bells.close();
});
