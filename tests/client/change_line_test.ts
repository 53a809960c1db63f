import { assert, assertEquals } from "@std/assert";
import {
  ChangeLine,
  type EventLine,
  type LineState,
  waitBefore,
} from "../../lib/client/change_line.ts";
import { MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

/** A stream as a browser has it, without a server. */
class FakeSource extends EventTarget implements EventLine {
  isClosed = false;

  constructor(readonly since: number) {
    super();
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data: unknown = {}, lastEventId = ""): void {
    const init = { data: JSON.stringify(data), lastEventId };
    this.dispatchEvent(new MessageEvent(type, init));
  }

  answer(): void {
    this.dispatchEvent(new Event("open"));
  }

  fail(): void {
    this.dispatchEvent(new Event("error"));
  }
}

function openLine() {
  const scheduler = new TestScheduler(new TestClock());
  const sources: FakeSource[] = [];
  const events: unknown[] = [];
  const states: LineState[] = [];
  const line = new ChangeLine({
    ...{ scheduler, since: 40, random: () => 1 },
    open: (since) => {
      const source = new FakeSource(since);
      sources.push(source);
      return source;
    },
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
  });
  line.open();
  return {
    ...{ line, scheduler, sources, events, states },
    last: () => sources.at(-1)!,
  };
}

const CHANGE = {
  number: "MC-1",
  team: "general",
  kind: "report.file",
  own: false,
};

Deno.test("a line goes on after what it heard last", async () => {
  const { scheduler, sources, events, last } = openLine();
  assertEquals(last().since, 40);
  last().answer();
  last().say("change", CHANGE, "57");
  last().say("presence", { presence: "in_call" }, "57");
  assertEquals(events, [
    { type: "change", id: 57, data: CHANGE },
    { type: "presence", data: { presence: "in_call" } },
  ]);
  last().fail();
  assert(sources[0].isClosed);
  await scheduler.pass(SECOND);
  assertEquals(sources.map(({ since }) => since), [40, 57]);
  last().say("all", {}, "900");
  last().fail();
  await scheduler.pass(SECOND);
  assertEquals(last().since, 900);
});

Deno.test("each failure doubles the wait, and after some five minutes there is no more", async () => {
  const { scheduler, sources, states, last } = openLine();
  last().answer();
  assertEquals(states, ["open"]);
  const waits = [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30, 30, 30];
  for (const [n, seconds] of waits.entries()) {
    last().fail();
    assertEquals(states.at(-1), n < 2 ? "open" : "lost");
    await scheduler.pass(seconds * SECOND - 1);
    assertEquals(sources.length, n + 1, `sooner than ${seconds} s`);
    await scheduler.pass(1);
    assertEquals(sources.length, n + 2);
  }
  last().fail();
  assertEquals(states, ["open", "lost", "over"]);
  await scheduler.pass(10 * MINUTE);
  assertEquals([sources.length, scheduler.size], [waits.length + 1, 0]);
});

Deno.test("no two pages come back at one moment", () => {
  assertEquals(waitBefore(1, 0), 500);
  assertEquals(waitBefore(1, 1), 1_000);
  assertEquals(waitBefore(4, 0.5), 6_000);
  assertEquals(waitBefore(14, 1), 30_000);
  assertEquals(waitBefore(15, 1), null);
});

Deno.test("a silent line is dead, a beat keeps it alive", async () => {
  const { scheduler, sources, events, last } = openLine();
  last().answer();
  for (let n = 0; n < 9; n++) {
    await scheduler.pass(20 * SECOND);
    last().say("beat");
  }
  assertEquals([sources.length, events], [1, []]);
  await scheduler.pass(25 * SECOND);
  assert(sources[0].isClosed);
  await scheduler.pass(SECOND);
  assertEquals(sources.length, 2);
});

Deno.test("what an older line still says is not heard", async () => {
  const { scheduler, sources, events } = openLine();
  sources[0].fail();
  await scheduler.pass(SECOND);
  sources[0].say("change", CHANGE, "99");
  sources[0].fail();
  sources[0].answer();
  assertEquals([sources.length, sources[1].isClosed, events], [2, false, []]);
});

for (const reason of ["restart", "again"]) {
  Deno.test(`a server that says goodbye for "${reason}" is asked again`, async () => {
    const { scheduler, sources, states, last } = openLine();
    last().answer();
    last().say("bye", { reason });
    await scheduler.pass(SECOND);
    assertEquals([sources.length, states], [2, ["open"]]);
  });
}

Deno.test("once signed out, a page asks no more, and says so", async () => {
  const { scheduler, sources, states, last } = openLine();
  last().answer();
  last().say("bye", { reason: "signed_out" });
  await scheduler.pass(10 * MINUTE);
  assertEquals([sources.length, states], [1, ["open", "over"]]);
});

Deno.test("a page that gave way waits until it is looked at", async () => {
  const { line, scheduler, sources, states, last } = openLine();
  last().answer();
  last().say("bye", { reason: "elsewhere" });
  await scheduler.pass(10 * MINUTE);
  assertEquals([sources.length, states], [1, ["open"]]);
  line.open();
  line.open();
  assertEquals(sources.length, 2);
});

Deno.test("a line that is shut leaves nothing behind, and opens again", async () => {
  const { line, scheduler, sources, last } = openLine();
  last().answer();
  last().say("change", CHANGE, "41");
  line.shut();
  assertEquals([last().isClosed, scheduler.size], [true, 0]);
  await scheduler.pass(MINUTE);
  line.open();
  assertEquals(sources.map(({ since }) => since), [40, 41]);
  last().fail();
  line.shut();
  assertEquals(scheduler.size, 0);
});
