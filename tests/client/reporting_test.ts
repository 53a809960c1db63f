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

Deno.test("a report that waits goes on without covering the next call", async () => {
  const page = openPage();
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  page.reporting.close();
  for (let n = 0; n < 3; n++) {
    await page.scheduler.pass(5_000);
    assertEquals(page.reporting.state, { step: "none" });
  }
  assertEquals(page.sent.length, 4);
});

Deno.test("an answer that comes after the page turned away is not shown", async () => {
  const late = Promise.withResolvers<Response>();
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const reporting = new Reporting({
    clock,
    scheduler,
    onLeave: () => {},
    fetch: () => late.promise,
  });
  reporting.ask(CALL, true);
  const sent = reporting.send("hate", CHOSEN);
  reporting.close();
  reporting.ask("d".repeat(26), true);
  late.resolve(filed()());
  await sent;
  assertEquals(reporting.state.step, "asked");
  // Nor does the end of its ten seconds change anything.
  await scheduler.pass(10_000);
  assertEquals(reporting.state.step, "asked");
});

/** A report that was sent, and a server that answers the next request late. */
async function sentAndWaiting() {
  const answers: Response[] = [filed()()];
  const late = Promise.withResolvers<Response>();
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const reporting = new Reporting({
    clock,
    scheduler,
    onLeave: () => {},
    fetch: () => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : late.promise;
    },
  });
  reporting.ask(CALL, false);
  await reporting.send("hate", CHOSEN);
  return { reporting, scheduler, late };
}

Deno.test("whoever takes a report back and goes on at once stays where they went", async () => {
  const { reporting, late } = await sentAndWaiting();
  const back = reporting.takeBack();
  reporting.close();
  late.resolve(new Response(null, { status: 204 }));
  await back;
  assertEquals(reporting.state, { step: "none" });
});

Deno.test("a note that is slow does not bring the way back again", async () => {
  const { reporting, scheduler, late } = await sentAndWaiting();
  const noted = reporting.note("more");
  await scheduler.pass(10_000);
  late.resolve(new Response(null, { status: 204 }));
  assert(await noted);
  assert(reporting.state.step === "sent");
  assertEquals([reporting.state.until, reporting.state.noted], [null, true]);
});

Deno.test("an answer that breaks off is asked for again, and no refusal", async () => {
  const page = openPage(() => new Response('{"rep', { status: 201 }), filed());
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  assertEquals(page.reporting.state, {
    ...{ step: "sending", reason: "hate", waits: true },
  });
  await page.scheduler.pass(5_000);
  assertEquals(page.reporting.state.step, "sent");
});

Deno.test("what was not asked for is not sent, and nothing is taken back twice", async () => {
  const page = openPage(filed(), () => new Response(null, { status: 204 }));
  await page.reporting.send("hate", CHOSEN);
  await page.reporting.takeBack();
  assertEquals(page.sent, []);
  page.reporting.ask(CALL, true);
  await page.reporting.send("hate", CHOSEN);
  await page.reporting.takeBack();
  await page.reporting.takeBack();
  assertEquals(page.sent.length, 2);
});

Deno.test("all that was chosen travels, and nothing that was not", async () => {
  const still = new Blob(["jpeg"], { type: "image/jpeg" });
  const page = openPage(filed());
  page.reporting.ask(CALL, true);
  await page.reporting.send("nudity", {
    ...{ words: "", text: false, adult: true, still },
  });
  assertEquals(Object.keys(page.sent[0].form), [
    "reason",
    "words",
    "adult",
    "still",
  ]);
});
