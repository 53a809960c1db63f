import { assert, assertEquals } from "@std/assert";
import { Reporting } from "../../lib/client/reporting.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

const CALL = "c".repeat(26);
const CHOSEN = { words: "He spat.", text: true, adult: false, still: null };

interface Sent {
  path: string;
  form: Record<string, string>;
}

/** A page whose server answers what it is told to. */
function openPage(...answers: (() => Response)[]) {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const sent: Sent[] = [];
  let left = 0;
  const reporting = new Reporting({
    clock,
    scheduler,
    onLeave: () => left++,
    fetch: (path, init) => {
      const body = init!.body as FormData;
      const form = Object.fromEntries(
        [...body].map(([name, value]) => [name, String(value)]),
      );
      sent.push({ path: String(path), form });
      const answer = answers.shift();
      return answer
        ? Promise.resolve(answer())
        : Promise.reject(new TypeError("no connection"));
    },
  });
  return { clock, scheduler, reporting, sent, left: () => left };
}

const filed = (changes: object = {}) => () =>
  Response.json(
    {
      report: "r",
      number: "RN-AAAA-BBBB-CCCC-DDDD",
      added: false,
      final: false,
      ...changes,
    },
    { status: 201 },
  );

Deno.test("M01: two taps: the second sends the reason and leaves the call", async () => {
  const page = openPage(filed());
  page.reporting.ask(CALL, true);
  assertEquals(page.reporting.state.step, "asked");
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.left(), 1);
  assertEquals(page.sent, [{
    path: `/talk/calls/${CALL}/report`,
    form: { reason: "hate", words: "He spat.", text: "1" },
  }]);
  assertEquals(page.reporting.state.step, "sent");
});

Deno.test("after the end of a call nothing is left again", async () => {
  const page = openPage(filed());
  page.reporting.ask(CALL, false);
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.left(), 0);
});

Deno.test("without a call before, nobody can be reported", () => {
  const page = openPage();
  page.reporting.ask(null, false);
  assertEquals(page.reporting.state.step, "none");
});

Deno.test("the way back is there for ten seconds, and then gone", async () => {
  const page = openPage(filed());
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  const until = () =>
    page.reporting.state.step === "sent" ? page.reporting.state.until : 0;
  assertEquals(until(), page.clock.now() + 10_000);
  await page.scheduler.pass(9_999);
  assert(until() !== null);
  await page.scheduler.pass(1);
  assertEquals(until(), null);
});

Deno.test("what cannot be taken back offers no way back", async () => {
  for (const given of [{ final: true }, { added: true }]) {
    const page = openPage(filed(given));
    page.reporting.ask(CALL, true);
    await page.reporting.send("under_18", CHOSEN);
    assert(page.reporting.state.step === "sent");
    assertEquals(page.reporting.state.until, null);
  }
});

Deno.test("taken back in time, it is so; too late, the report stands", async () => {
  const gone = openPage(filed(), () => new Response(null, { status: 204 }));
  gone.reporting.ask(CALL, true);
  await gone.reporting.send("hate", CHOSEN);
  await gone.reporting.takeBack();
  assertEquals(gone.reporting.state.step, "withdrawn");
  assertEquals(gone.sent[1].path, "/account/reports/r/withdrawal");

  const late = openPage(filed(), () => new Response(null, { status: 409 }));
  late.reporting.ask(CALL, true);
  await late.reporting.send("hate", CHOSEN);
  await late.reporting.takeBack();
  assert(late.reporting.state.step === "sent");
  assertEquals(late.reporting.state.until, null);
});

Deno.test("without a connection the report waits, and goes when there is one", async () => {
  const page = openPage();
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.reporting.state, {
    step: "sending",
    reason: "hate",
    waits: true,
  });
  await page.scheduler.pass(5_000);
  assertEquals(page.sent.length, 2);
  await page.scheduler.pass(15 * 60_000);
  assertEquals(page.reporting.state.step, "failed");
  assertEquals(page.sent.length, 181);
});

Deno.test("a server that is down for a moment is asked again", async () => {
  const page = openPage(() => new Response(null, { status: 503 }), filed());
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.reporting.state.step, "sending");
  await page.scheduler.pass(5_000);
  assertEquals(page.reporting.state.step, "sent");
});

Deno.test("too many are told how long to wait; a refusal says that it is one", async () => {
  const page = openPage(() =>
    new Response(null, { status: 429, headers: { "retry-after": "360" } })
  );
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.reporting.state, { step: "late", waitMs: 360_000 });
  const no = openPage(() => new Response(null, { status: 422 }));
  no.reporting.ask(CALL, true);
  await no.reporting.send("hate", CHOSEN);
  assertEquals(no.reporting.state, { step: "failed" });
});

Deno.test("a note goes to the report, and is said to be there", async () => {
  const page = openPage(filed(), () => new Response(null, { status: 204 }));
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  assert(await page.reporting.note("more"));
  assertEquals(page.sent[1], {
    path: "/account/reports/r/note",
    form: { words: "more" },
  });
  assert(page.reporting.state.step === "sent" && page.reporting.state.noted);
  page.reporting.close();
  assertEquals(await page.reporting.note("x"), false);
});
