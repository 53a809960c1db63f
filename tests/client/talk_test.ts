import { assertEquals } from "@std/assert";
import { Talk } from "../../lib/client/talk.ts";
import type { Event } from "../../lib/live/protocol.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { withGlobals } from "../helpers/globals.ts";
import { settled } from "../helpers/turns.ts";

const CALL = "c".repeat(26);

const MATCHED: Event = {
  type: "matched",
  call: CALL,
  // Nobody listens there: the room cannot be entered.
  url: "ws://127.0.0.1:1",
  token: "token",
  identity: "a".repeat(26),
};

/** A live page on a server that says what the test wants it to say. */
async function openTalk() {
  const sockets: WebSocket[] = [];
  const asked: string[] = [];
  const heard: Record<string, unknown>[] = [];
  const server = Deno.serve({ port: 0, onListen() {} }, (request) => {
    asked.push(new URL(request.url).pathname);
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onopen = () => {
      sockets.push(socket);
      socket.send(JSON.stringify({ type: "welcome", v: 1, media: true }));
    };
    socket.onmessage = ({ data }) => void heard.push(JSON.parse(data));
    return response;
  });
  const led: string[] = [];
  const globals = withGlobals({
    location: {
      href: `http://127.0.0.1:${server.addr.port}/talk?first=1`,
      assign: (to: string) => led.push(to),
    },
  });
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const talk = new Talk({ path: "/talk/live", clock, scheduler });
  await talk.start();
  await settled(() => talk.model.socket === "open", "the socket is open");
  const tell = async (event: Event) => {
    const before = talk.model;
    sockets.at(-1)!.send(JSON.stringify(event));
    await settled(() => talk.model !== before, `the page hears ${event.type}`);
  };
  return {
    ...{ talk, asked, heard, led, scheduler, tell, sockets },
    async [Symbol.asyncDispose]() {
      talk.close();
      globals[Symbol.dispose]();
      await server.shutdown();
    },
  };
}

async function inACall(page: Awaited<ReturnType<typeof openTalk>>) {
  page.talk.dispatch({ type: "find" });
  await page.tell(MATCHED);
}

Deno.test("the socket is on the page's own host, by its path alone", async () => {
  await using page = await openTalk();
  assertEquals(page.asked, ["/talk/live"]);
});

Deno.test("without a camera the page says why, and one may search all the same", async () => {
  await using page = await openTalk();
  const { talk, heard } = page;
  assertEquals(talk.own.camera.value, "insecure");
  talk.dispatch({ type: "find" });
  assertEquals(talk.model.state, "searching");
  await settled(() => heard.length === 1, "the server hears it");
  assertEquals(heard, [{ v: 1, type: "find" }]);
});

Deno.test("the clock of the page counts the search, and then the call", async () => {
  await using page = await openTalk();
  const { talk, scheduler } = page;
  assertEquals(talk.seconds.value, 0);
  talk.dispatch({ type: "find" });
  await scheduler.pass(3_500);
  assertEquals(talk.seconds.value, 3);
  await page.tell(MATCHED);
  assertEquals(talk.seconds.value, 0);
});

Deno.test("nothing is said to nobody, and nothing that shows nothing", async () => {
  await using page = await openTalk();
  const { talk, heard } = page;
  assertEquals(talk.say("hello"), false);
  await inACall(page);
  for (const nothing of ["", "  ", "\u200b", "\n\t"]) {
    assertEquals(talk.say(nothing), false);
  }
  assertEquals(talk.say("  hello\nthere "), true);
  const said = () => heard.filter(({ type }) => type === "say");
  await settled(() => said().length === 1, "the server hears it");
  assertEquals(said(), [
    { v: 1, type: "say", call: CALL, ref: 0, text: "hello there" },
  ]);
});

Deno.test("a room that cannot be entered is told to the server, which ends the call", async () => {
  await using page = await openTalk();
  const { talk, heard } = page;
  await inACall(page);
  const lost = () => heard.filter(({ type }) => type === "lost");
  await settled(() => lost().length === 1, "the server hears of it");
  assertEquals(lost(), [{ v: 1, type: "lost", call: CALL }]);
  assertEquals(talk.model.state, "matched");
  await page.tell({ type: "ended", call: CALL, by: "interrupted", seconds: 0 });
  assertEquals(talk.model.state, "ended");
});

Deno.test("the last call can be reported, also after it; before any there is none", async () => {
  await using page = await openTalk();
  const { talk } = page;
  talk.report();
  assertEquals(talk.reporting.state, { step: "none" });
  await inACall(page);
  talk.report();
  assertEquals(talk.reporting.state, {
    ...{ step: "asked", call: CALL, inCall: true },
  });
  talk.reporting.close();
  await page.tell({ type: "ended", call: CALL, by: "they", seconds: 4 });
  talk.report();
  assertEquals(talk.reporting.state, {
    ...{ step: "asked", call: CALL, inCall: false },
  });
});

Deno.test("whoever must agree first is led there", async () => {
  await using page = await openTalk();
  const { talk, led, sockets } = page;
  talk.dispatch({ type: "find" });
  const fault = { type: "fault", reason: "outdated", message: "" };
  sockets[0].send(JSON.stringify(fault));
  await settled(() => led.length === 1, "the page goes there");
  assertEquals(led, ["/consent"]);
});

Deno.test("a search that was too fast is made again when it may", async () => {
  await using page = await openTalk();
  const { talk, heard, scheduler, sockets } = page;
  talk.dispatch({ type: "find" });
  await settled(() => heard.length === 1, "the first is heard");
  const timers = scheduler.size;
  const fault = { type: "fault", reason: "too_fast", message: "", waitMs: 700 };
  sockets[0].send(JSON.stringify(fault));
  await settled(() => scheduler.size > timers, "the page waits");
  await scheduler.pass(699);
  assertEquals(heard.length, 1);
  await scheduler.pass(1);
  await settled(() => heard.length === 2, "the second is heard");
  assertEquals(heard[1], { v: 1, type: "find" });
});

Deno.test("another window takes over for good, until somebody presses Next here", async () => {
  await using page = await openTalk();
  const { talk, sockets, asked, scheduler } = page;
  await inACall(page);
  await page.tell({ type: "bye", reason: "elsewhere" });
  assertEquals(talk.model.socket, "closed");
  await settled(() => sockets[0].readyState === WebSocket.CLOSED, "it closes");
  await scheduler.pass(60_000);
  assertEquals(asked.length, 1);
  talk.dispatch({ type: "next" });
  await settled(() => talk.model.state === "searching", "it searches again");
  assertEquals(asked.length, 2);
});

Deno.test("the picture of the other makes a call live, and its place may come late", async () => {
  await using page = await openTalk();
  const { talk } = page;
  await inACall(page);
  const listeners: (() => void)[] = [];
  const video = {
    addEventListener: (name: string, listener: () => void) =>
      name === "playing" && listeners.push(listener),
  };
  talk.showRemote(video as unknown as HTMLVideoElement);
  assertEquals(talk.model.state, "matched");
  for (const listener of listeners) listener();
  assertEquals(talk.model.state, "live");
  talk.showRemote(null);
  assertEquals(await talk.still(), null);
});

Deno.test("a page that is closed leaves no timer and no socket", async () => {
  const page = await openTalk();
  await inACall(page);
  page.talk.close();
  await settled(
    () => page.sockets[0].readyState === WebSocket.CLOSED,
    "the socket closes",
  );
  await page.scheduler.pass(60_000);
  assertEquals([page.asked.length, page.scheduler.size], [1, 0]);
  await page[Symbol.asyncDispose]();
});
