import { assertEquals } from "@std/assert";
import { LiveSocket } from "../../lib/client/live_socket.ts";
import type { Event } from "../../lib/live/protocol.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { settled } from "../helpers/turns.ts";

/** A server of sockets, and a page's socket on a clock that is moved. */
async function openPair() {
  const sockets: WebSocket[] = [];
  const heard: string[] = [];
  const listening = Deno.serve({ port: 0, onListen() {} }, (request) => {
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onopen = () => void sockets.push(socket);
    socket.onmessage = ({ data }) => void heard.push(data);
    return response;
  });
  const scheduler = new TestScheduler(new TestClock());
  const changes: boolean[] = [];
  const events: Event[] = [];
  const { port } = listening.addr;
  const page = new LiveSocket({
    url: () => new URL(`ws://127.0.0.1:${port}`),
    scheduler,
    onEvent: (event) => events.push(event),
    onChange: (open) => changes.push(open),
  });
  page.connect();
  await settled(() => changes.length === 1, "the socket opens");
  const close = async () => {
    page.close();
    await listening.shutdown();
  };
  return {
    ...{ page, sockets, heard, changes, events, scheduler, listening },
    [Symbol.asyncDispose]: close,
  };
}

type Pair = Awaited<ReturnType<typeof openPair>>;

async function cut({ sockets, changes }: Pair): Promise<void> {
  const before = changes.length;
  sockets.at(-1)!.close(1012);
  await settled(() => changes.length > before, "the page hears of it");
}

Deno.test("requests carry the version, and events arrive", async () => {
  await using pair = await openPair();
  const { page, sockets, heard, events } = pair;
  assertEquals(page.send({ type: "find" }), true);
  await settled(() => heard.length === 1, "the server hears it");
  assertEquals(JSON.parse(heard[0]), { v: 1, type: "find" });
  sockets[0].send(JSON.stringify({ type: "searching" }));
  await settled(() => events.length === 1, "the page hears it");
  assertEquals(events, [{ type: "searching" }]);
});

Deno.test("a lost socket comes back after a quarter of a second", async () => {
  await using pair = await openPair();
  const { page, changes, scheduler, sockets } = pair;
  await cut(pair);
  assertEquals(page.send({ type: "ping" }), false);
  await scheduler.pass(249);
  assertEquals([changes, sockets.length], [[true, false], 1]);
  await scheduler.pass(1);
  await settled(() => changes.length === 3, "the socket is back");
  assertEquals(changes, [true, false, true]);
});

Deno.test("each failure doubles the wait, to five seconds at most", async () => {
  const pair = await openPair();
  const { page, changes, scheduler, listening } = pair;
  const down = listening.shutdown();
  await cut(pair);
  await down;
  for (const wait of [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
    const before = changes.length;
    await scheduler.pass(wait - 1);
    assertEquals(
      [changes.length, scheduler.size],
      [before, 1],
      `sooner than ${wait} ms`,
    );
    await scheduler.pass(1);
    assertEquals(scheduler.size, 0, `later than ${wait} ms`);
    await settled(() => changes.length > before, `a try after ${wait} ms`);
  }
  page.close();
});

Deno.test("a socket that says nothing is asked, and given up in silence", async () => {
  await using pair = await openPair();
  const { changes, heard, scheduler, sockets } = pair;
  await scheduler.pass(10_000);
  await settled(() => heard.length === 1, "it is asked");
  assertEquals(JSON.parse(heard[0]), { v: 1, type: "ping" });
  sockets[0].send(JSON.stringify({ type: "pong" }));
  await settled(() => pair.events.length === 1, "it answers");
  await scheduler.pass(10_000);
  assertEquals(changes, [true]);
  await scheduler.pass(10_000);
  assertEquals(changes, [true, false]);
});

Deno.test("a socket closed on purpose does not come back by itself", async () => {
  await using pair = await openPair();
  const { page, changes, scheduler } = pair;
  page.close();
  await settled(() => changes.length === 2, "it is closed");
  assertEquals(scheduler.size, 0);
  page.connect();
  await settled(() => changes.length === 3, "it is open again");
});

Deno.test("a socket that is shut while it waits to come back stays shut", async () => {
  await using pair = await openPair();
  const { page, changes, scheduler, sockets } = pair;
  await cut(pair);
  assertEquals(scheduler.size, 1);
  page.close();
  assertEquals(scheduler.size, 0);
  await scheduler.pass(60_000);
  assertEquals([changes, sockets.length], [[true, false], 1]);
});

Deno.test("a socket that is shut is asked for life no more", async () => {
  await using pair = await openPair();
  const { page, heard, scheduler } = pair;
  assertEquals(scheduler.size, 1);
  page.close();
  assertEquals(scheduler.size, 0);
  await scheduler.pass(30_000);
  assertEquals(heard, []);
});
