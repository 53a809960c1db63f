import { assert, assertEquals } from "@std/assert";
import { Channels } from "../../lib/store/channels.ts";
import { eventually } from "../helpers/processes.ts";

/** A handle whose watches are ours to wake and to break. */
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
    wake: () => open.at(-1)!.enqueue([]),
    break: () => open.at(-1)!.error(new Error("the connection is gone")),
    end: () => open.at(-1)!.close(),
    get watches() {
      return watches;
    },
  };
}

Deno.test("a watch that breaks or ends is set up again", async () => {
  const there = watchable();
  const channels = new Channels(there.handle);
  let woken = 0;
  channels.subscribe("hall", () => woken++);
  there.wake();
  await eventually(() => woken === 1, "subscribers wake");
  there.break();
  await eventually(() => there.watches === 2, "it is watched again");
  there.wake();
  await eventually(() => woken === 2, "subscribers wake again");
  there.end();
  await eventually(() => there.watches === 3, "it is watched again");
  await channels.close();
});

Deno.test("a watch that goes on breaking is tried ever later", async () => {
  const there = watchable();
  const channels = new Channels(there.handle);
  channels.subscribe("hall", () => {});
  const start = performance.now();
  for (let n = 1; n <= 4; n++) {
    await eventually(() => there.watches === n, `watch ${n}`);
    there.break();
  }
  assert(performance.now() - start > 300, "too eager");
  await channels.close();
  const last = there.watches;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assertEquals(there.watches, last);
});

Deno.test("subscribers of one channel share a watch, and the last one ends it", async () => {
  const there = watchable();
  const channels = new Channels(there.handle);
  let woken = 0;
  const stops = [1, 2].map(() => channels.subscribe("hall", () => woken++));
  assertEquals(there.watches, 1);
  channels.publishHere(["hall", "yard"]);
  assertEquals(woken, 2);
  stops[0]();
  channels.publishHere(["hall"]);
  assertEquals(woken, 3);
  stops[1]();
  const again = channels.subscribe("hall", () => woken++);
  stops[1]();
  channels.publishHere(["hall"]);
  assertEquals(woken, 4);
  again();
  await channels.close();
});
