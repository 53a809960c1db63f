import { assertEquals } from "@std/assert";
import { inCall, type TalkModel } from "../../lib/client/states.ts";
import type { TalkEffect, TalkEvent } from "../../lib/client/talk_events.ts";
import { START, step } from "../../lib/client/talk_machine.ts";

const CALL = "c".repeat(26);
const OTHER_CALL = "d".repeat(26);
const ADA = "a".repeat(26);
const BEN = "b".repeat(26);

/** A page that is shown events one after the other, on a clock of its own. */
class Page {
  model: TalkModel = START;
  done: TalkEffect[] = [];
  now = 1_000_000;

  tell(...events: TalkEvent[]): this {
    for (const event of events) {
      const { model, effects } = step(this.model, event, this.now);
      this.model = model;
      this.done = [...effects];
    }
    return this;
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  get requests(): unknown[] {
    return this.done.flatMap((effect) =>
      effect.type === "send" ? [effect.request] : []
    );
  }

  get shown(): unknown[] {
    return this.model.chat.shown.map(({ from, text, failed }) =>
      failed ? [from, text, "failed"] : [from, text]
    );
  }
}

const welcome = { type: "welcome", v: 1, media: true } as const;
const matched = {
  type: "matched",
  call: CALL,
  url: "ws://127.0.0.1:1",
  token: "token",
  identity: ADA,
} as const;

function open(): Page {
  return new Page().tell({ type: "socket_open" }, welcome);
}

function inACall(): Page {
  const page = open().tell({ type: "find" }, matched);
  return page.pass(10_000);
}

Deno.test("a second press within 400 ms means the first", () => {
  const page = open().tell({ type: "find" }).pass(399).tell({ type: "stop" });
  assertEquals([page.model.state, page.done], ["searching", []]);
  page.pass(1).tell({ type: "stop" });
  assertEquals([page.model.state, page.requests], ["ready", [
    { type: "stop" },
  ]]);
});

Deno.test("what is asked before the socket is open is asked once it is", () => {
  const page = new Page().tell({ type: "find" });
  assertEquals([page.model.state, page.requests], ["interrupted", []]);
  page.tell({ type: "socket_open" }, welcome);
  assertEquals([page.model.state, page.requests], [
    "searching",
    [{ type: "find" }],
  ]);
});

Deno.test("without media one is put in line all the same, and waits", () => {
  const page = open().tell({ type: "media", up: false }, { type: "find" });
  assertEquals(page.requests, [{ type: "find" }]);
  assertEquals(page.model.state, "interrupted");
  page.tell({ type: "media", up: true });
  assertEquals(page.model.state, "searching");
});

Deno.test("media alone brings nothing back while the socket is lost", () => {
  const page = open().tell({ type: "find" }, { type: "socket_lost" });
  page.tell({ type: "media", up: true });
  assertEquals([page.model.state, page.done], ["interrupted", []]);
});

Deno.test("Next names the call that it leaves, so that no other ends", () => {
  const page = inACall().tell({ type: "next" });
  assertEquals(page.requests, [{ type: "next", call: CALL }]);
  page.pass(1_000).tell({ type: "next" });
  assertEquals(page.requests, [{ type: "next", call: null }]);
});

Deno.test("a call's length is the server's, else that of the page's clock", () => {
  const ended = { type: "ended", call: CALL, by: "they", seconds: 64 } as const;
  const told = inACall().tell(ended).model;
  assertEquals("talked" in told && told.talked, 64);
  const cut = inACall().tell({ type: "socket_lost" }).model;
  assertEquals("talked" in cut && cut.talked, 10);
});

Deno.test("a call that was cut is shown as ended once the service is back", () => {
  const page = inACall().tell({ type: "socket_lost" });
  assertEquals(page.model.state, "interrupted");
  page.tell({ type: "socket_open" }, welcome);
  const { model } = page;
  assertEquals(
    model.state === "ended" && [model.reason, model.talked],
    ["interrupted", 10],
  );
});

Deno.test("an end with the service there says whose it was", () => {
  for (
    const [by, reason] of [
      ["they", "they-left"],
      ["interrupted", "interrupted"],
      ["you", "interrupted"],
    ] as const
  ) {
    const { model } = inACall()
      .tell({ type: "ended", call: CALL, by, seconds: 1 });
    assertEquals(model.state === "ended" && model.reason, reason);
  }
});

Deno.test("what comes from a call that is over changes nothing", () => {
  const late: TalkEvent[] = [
    { type: "ended", call: OTHER_CALL, by: "they", seconds: 1 },
    { type: "messages", call: OTHER_CALL, messages: [] },
    { type: "entered", callId: OTHER_CALL },
    { type: "room_lost", callId: OTHER_CALL },
    { type: "other_entered", callId: OTHER_CALL },
    { type: "track_arrived", callId: OTHER_CALL },
    { type: "quality_changed", callId: OTHER_CALL, quality: "poor" },
    { type: "picture_overdue", callId: OTHER_CALL },
    { type: "room_checked", callId: OTHER_CALL, hasOther: true },
  ];
  for (const event of late) {
    const page = inACall();
    const before = page.model;
    page.tell(event);
    assertEquals([page.model, page.done], [before, []], event.type);
  }
});

Deno.test("a room where the other is not yet makes nobody live", () => {
  const page = inACall()
    .tell({ type: "room_checked", callId: CALL, hasOther: false });
  assertEquals(page.model.state, "matched");
  assertEquals(page.requests, [{ type: "here", call: CALL }]);
});

Deno.test("the connection is what the room says of it", () => {
  const page = inACall();
  const connection = () => inCall(page.model) && page.model.connection;
  assertEquals(connection(), "connecting");
  page.tell({ type: "track_arrived", callId: CALL });
  assertEquals(connection(), "good");
  page.tell({ type: "quality_changed", callId: CALL, quality: "back" });
  assertEquals(connection(), "back");
});

Deno.test("another window takes the socket, and Next takes it back", () => {
  const page = inACall().tell({ type: "bye", reason: "elsewhere" });
  const { model } = page;
  assertEquals(model.state === "ended" && model.reason, "elsewhere");
  page.tell({ type: "socket_lost" });
  assertEquals(page.model.socket, "closed");
  page.tell({ type: "next" });
  assertEquals(page.done.map(({ type }) => type), ["load", "connect"]);
  page.tell({ type: "socket_open" }, welcome);
  assertEquals(page.model.state, "searching");
});

Deno.test("a server that restarts is waited for, not given way to", () => {
  const page = inACall().tell({ type: "bye", reason: "restart" });
  assertEquals([page.model.state, page.done], ["matched", []]);
});

Deno.test("a refused search leads where it can be mended", () => {
  const asks = (
    reason: "outdated" | "restricted" | "sanctioned" | "unavailable",
  ) =>
    open().tell({ type: "find" }, { type: "fault", reason, message: "" }).done;
  assertEquals(asks("outdated"), [{ type: "go", to: "/consent" }]);
  assertEquals(asks("sanctioned"), [{ type: "go", to: "/account/standing" }]);
  assertEquals(asks("restricted"), [{ type: "go", to: "/talk" }]);
  assertEquals(asks("unavailable"), []);
});

Deno.test("a message is shown when the server has it, once however often it comes", () => {
  const page = inACall().tell({ type: "say", text: "hello" });
  assertEquals(page.requests, [
    { type: "say", call: CALL, ref: 0, text: "hello" },
  ]);
  assertEquals(page.shown, []);
  const mine = { id: "m".repeat(26), from: ADA, text: "hello", at: 1 };
  const theirs = { id: "n".repeat(26), from: BEN, text: "hi", at: 2 };
  page.tell(
    { type: "said", ref: 0, id: mine.id, text: "hello" },
    { type: "message_arrived", callId: CALL, message: mine },
    { type: "message_arrived", callId: CALL, message: theirs },
    { type: "messages", call: CALL, messages: [mine, theirs] },
  );
  assertEquals(page.shown, [["me", "hello"], ["them", "hi"]]);
});

Deno.test("a message that was refused is shown as not sent", () => {
  const page = inACall()
    .tell({ type: "say", text: "hello" }, {
      type: "unsaid",
      ref: 0,
      reason: "too_fast",
    });
  assertEquals(page.shown, [["me", "hello", "failed"]]);
});

Deno.test("nothing is said while the socket is lost", () => {
  const page = inACall();
  page.model = { ...page.model, socket: "lost" };
  page.tell({ type: "say", text: "hello" });
  assertEquals([page.done, page.model.chat.nextRef], [[], 0]);
});

Deno.test("the next call begins without the text of the last", () => {
  const page = inACall().tell(
    { type: "say", text: "hello" },
    { type: "said", ref: 0, id: "m".repeat(26), text: "hello" },
    { type: "next" },
    { ...matched, call: OTHER_CALL },
  );
  assertEquals(page.shown, []);
  page.tell({ type: "say", text: "hi" });
  assertEquals(page.requests, [
    { type: "say", call: OTHER_CALL, ref: 1, text: "hi" },
  ]);
});
