import { assert, assertEquals } from "@std/assert";
import type { Member } from "../../lib/accounts/mod.ts";
import type { Millo } from "../../lib/app/mod.ts";
import { accept } from "../../lib/http/mod.ts";
import { newAccountId, SECOND } from "../../lib/kernel/mod.ts";
import { LIMITS } from "../../lib/limits/mod.ts";
import type { Event } from "../../lib/live/mod.ts";
import { openStage, type Stage } from "../helpers/people.ts";
import { settled, turn } from "../helpers/turns.ts";

/** A browser's socket as the server sees it, without a line. */
class FakeSocket {
  readyState: number = WebSocket.OPEN;
  bufferedAmount = 0;
  readonly sent: Event[] = [];
  readonly closes: [code: number, reason: string][] = [];
  onopen = () => {};
  onclose = async () => {};
  onerror = () => {};
  onmessage = async (_: { data: unknown }) => {};

  send(text: string): void {
    assertEquals(this.readyState, WebSocket.OPEN, "it throws when it is shut");
    this.sent.push(JSON.parse(text));
  }

  close(code: number, reason: string): void {
    this.closes.push([code, reason]);
    this.readyState = WebSocket.CLOSING;
  }

  says(frame: object | string | Uint8Array): Promise<void> {
    const isRaw = typeof frame === "string" || frame instanceof Uint8Array;
    return this.onmessage({ data: isRaw ? frame : JSON.stringify(frame) });
  }

  /** The line is gone. */
  async leave(): Promise<void> {
    this.readyState = WebSocket.CLOSED;
    await this.onclose();
  }

  all<T extends Event["type"]>(type: T) {
    return this.sent.filter((one): one is Extract<Event, { type: T }> =>
      one.type === type
    );
  }
}

/** The live page's server half, and how many frames it counted by outcome. */
async function openSockets(given?: Stage) {
  const stage = given ?? await openStage();
  const frames: Record<string, number> = {};
  const count = (_: string, { outcome }: { outcome: string }) => {
    frames[outcome] = (frames[outcome] ?? 0) + 1;
  };
  const { liveHub, clock } = stage;
  const millo = { liveHub, clock, metrics: { count } } as unknown as Millo;
  return {
    ...{ stage, frames, liveHub, clock },
    /** A socket of this person that opens, or is about to. */
    connect(accountId = newAccountId(), opens = true) {
      const socket = new FakeSocket();
      const member = { kind: "member", accountId, session: "s" } as Member;
      accept(millo, socket as unknown as WebSocket, member);
      if (opens) socket.onopen();
      return socket;
    },
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const FIND = { v: 1, type: "find" };
const PING = { v: 1, type: "ping" };

Deno.test("two sockets that look for somebody are told of one call", async () => {
  await using here = await openSockets();
  const [one, other] = [here.connect(), here.connect()];
  await Promise.all([one.says(FIND), other.says(FIND)]);
  const isMatched = (socket: FakeSocket) => socket.all("matched").length === 1;
  await settled(() => isMatched(one) && isMatched(other), "both are matched");
  assertEquals(one.all("matched")[0].call, other.all("matched")[0].call);
  assertEquals(one.sent[0], { type: "welcome", v: 1, media: true });
  await Promise.all([one.leave(), other.leave()]);
});

Deno.test("what is said before the welcome is heard after it", async () => {
  await using here = await openSockets();
  const socket = here.connect();
  await Promise.all([socket.says(PING), socket.says(FIND), socket.says(PING)]);
  assertEquals(socket.sent.map(({ type }) => type), [
    "welcome",
    "pong",
    "searching",
    "pong",
  ]);
  await socket.leave();
});

Deno.test("a line that is gone leaves nobody in the hub", async () => {
  await using here = await openSockets();
  const [early, later] = [here.connect(), here.connect()];
  await early.leave();
  await later.says(FIND);
  assertEquals(here.liveHub.size, 1);
  await later.leave();
  assertEquals([here.liveHub.size, here.liveHub.matcher.waiting], [0, 0]);
});

Deno.test("a socket that never opened is nobody, and leaves as such", async () => {
  await using here = await openSockets();
  const socket = here.connect(newAccountId(), false);
  await socket.says(FIND);
  await socket.leave();
  assertEquals([here.liveHub.size, socket.sent, here.frames], [0, [], {}]);
});

const ODD: Record<string, [frame: string | Uint8Array, reason: string]> = {
  "bytes": [new Uint8Array([123, 125]), "malformed"],
  "no JSON": ["{", "malformed"],
  "nothing": ["", "malformed"],
  "no object": ["null", "unknown"],
  "another type": ['{"v":1,"type":"dance"}', "unknown"],
  "an inherited type": ['{"v":1,"type":"constructor"}', "unknown"],
  "another version": ['{"v":2,"type":"find"}', "version"],
  "a field too many": ['{"v":1,"type":"find","admin":true}', "malformed"],
  "too much": [
    `{"v":1,"type":"ping","x":"${"a".repeat(17_000)}"}`,
    "too_large",
  ],
};

for (const [what, [frame, reason]] of Object.entries(ODD)) {
  Deno.test(`a frame of ${what} is answered by a fault, and ends nothing`, async () => {
    await using here = await openSockets();
    const socket = here.connect();
    await socket.says(frame);
    assertEquals(socket.all("fault").map((one) => one.reason as string), [
      reason,
    ]);
    await socket.says(PING);
    assertEquals([socket.all("pong").length, socket.closes], [1, []]);
    assertEquals(here.frames, { [reason]: 1, read: 1 });
    await socket.leave();
  });
}

Deno.test("a flood is refused with the wait, and heard again after it", async () => {
  await using here = await openSockets();
  const socket = here.connect();
  const { size, refill } = LIMITS.frames;
  for (let n = 0; n < size + 3; n++) await socket.says(PING);
  const faults = socket.all("fault");
  assertEquals([socket.all("pong").length, faults.length], [size, 3]);
  assertEquals(
    new Set(faults.map(({ reason }) => reason)),
    new Set(["too_fast"]),
  );
  assertEquals(faults[0].waitMs, SECOND / refill);
  here.clock.pass(faults[0].waitMs!);
  await socket.says(PING);
  assertEquals(socket.all("pong").length, size + 1);
  assertEquals(here.frames, { read: size + 1, too_fast: 3 });
  await socket.leave();
});

Deno.test("one connection's flood is not another's", async () => {
  await using here = await openSockets();
  const [loud, quiet] = [here.connect(), here.connect()];
  for (let n = 0; n < 2 * LIMITS.frames.size; n++) await loud.says(PING);
  await quiet.says(PING);
  assertEquals(quiet.all("pong").length, 1);
  await Promise.all([loud.leave(), quiet.leave()]);
});

Deno.test("a browser that reads nothing any more is closed, not waited for", async () => {
  await using here = await openSockets();
  const socket = here.connect();
  await socket.says(PING);
  socket.bufferedAmount = 1024 * 1024;
  await socket.says(PING);
  assertEquals(socket.all("pong").length, 2, "so much may wait");
  socket.bufferedAmount++;
  await socket.says(PING);
  assertEquals(socket.all("pong").length, 2);
  assertEquals(socket.closes, [[1013, "too slow"]]);
  await socket.says(PING);
  assertEquals(socket.closes.length, 1, "a shut socket is told nothing");
  await socket.leave();
});

Deno.test("a second window has the first closed, and told why", async () => {
  await using here = await openSockets();
  const ada = newAccountId();
  const first = here.connect(ada);
  await first.says(FIND);
  const second = here.connect(ada);
  await second.says(PING);
  assertEquals(first.all("bye"), [{ type: "bye", reason: "elsewhere" }]);
  assertEquals(first.closes, [[4001, "elsewhere"]]);
  await first.leave();
  assertEquals(here.liveHub.size, 1, "the second is still there");
  await second.says(FIND);
  assertEquals(here.liveHub.matcher.waiting, 1);
  await second.leave();
});

Deno.test("a visit that cannot be written down shuts the page, and says so", async () => {
  await using here = await openSockets();
  const { store, faults } = here.stage;
  const { write, transact } = store;
  const fail = () => {
    throw new Error("Cannot write");
  };
  Object.assign(store, { write: fail, transact: fail });
  const socket = here.connect();
  await settled(() => socket.closes.length > 0, "it is closed");
  Object.assign(store, { write, transact });
  assertEquals(socket.closes, [[1011, "unavailable"]]);
  await socket.says(FIND);
  await socket.leave();
  assertEquals(socket.all("searching"), []);
  assert(String(faults[0]).startsWith("open the live page"));
  assertEquals(here.liveHub.size, 0, "nobody is left whose socket is shut");
});

Deno.test("while the server stops nobody comes in", async () => {
  const here = await openSockets();
  const before = here.connect();
  await before.says(PING);
  await here.liveHub.stop();
  assertEquals(before.closes, [[1012, "restart"]]);
  const late = here.connect();
  await turn();
  assertEquals([late.closes, late.sent], [[[1012, "restart"]], []]);
  await late.says(FIND);
  assertEquals(late.sent, []);
  await here.stage.store.close();
});

Deno.test("an error of the line is the close's matter", async () => {
  await using here = await openSockets();
  const socket = here.connect();
  await socket.says(FIND);
  socket.onerror();
  assertEquals(here.liveHub.size, 1);
  await socket.leave();
  assertEquals(here.liveHub.size, 0);
});
