import {
  assert,
  assertEquals,
  assertLess,
  assertStringIncludes,
} from "@std/assert";
import { newestIndex } from "../../lib/audit/mod.ts";
import { BEAT } from "../../lib/changes/change_feed.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { claimOn } from "../../lib/safety/mod.ts";
import { staffSessions } from "../../lib/staff/records.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { reported } from "../helpers/safety.ts";
import { settled, turn } from "../helpers/turns.ts";

/** What a browser's EventSource makes of a stream. */
class Reading {
  readonly events: { id?: string; event: string; data: unknown }[] = [];
  ended = false;
  #rest = "";
  readonly #reader: ReadableStreamDefaultReader<string>;

  constructor(readonly response: Response) {
    this.#reader = response.body!
      .pipeThrough(new TextDecoderStream()).getReader();
    void this.#read();
  }

  of(type: string) {
    return this.events.filter(({ event }) => event === type);
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
  }

  async #read(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      const parts = (this.#rest + value).split("\n\n");
      this.#rest = parts.pop()!;
      for (const part of parts) this.events.push(eventIn(part));
    }
    this.ended = true;
  }
}

function eventIn(text: string): Reading["events"][number] {
  const fields = Object.fromEntries(
    text.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );
  return { ...fields, data: JSON.parse(fields.data) };
}

async function listen(
  browser: TestBrowser,
  query = "",
  headers: Record<string, string> = {},
): Promise<Reading> {
  const response = await browser.fetch(`/admin/changes${query}`, {
    headers: { accept: "text/event-stream", ...headers },
  });
  assertEquals(response.status, 200);
  return new Reading(response);
}

/** The index after which a page that was just rendered goes on. */
async function seenAt({ millo }: TestApp): Promise<number | undefined> {
  const { items } = await millo.store.all(staffSessions, { limit: 2 });
  return items[0]?.value.seenAt;
}

Deno.test("an open page hears of a report at once, in the form that browsers read", async () => {
  await using app = await openApp();
  const page = await listen(await app.as("moderator"));
  const { headers } = page.response;
  assertEquals(headers.get("content-type"), "text/event-stream");
  assertEquals(headers.get("cache-control"), "no-store, no-transform");
  assertEquals(headers.get("content-encoding"), null);
  const { case: number } = await reported(app.millo.safety);
  await settled(() => page.events.length > 0, "the report is told");
  const id = await newestIndex(app.millo.store);
  assertEquals(page.events, [{
    id: String(id),
    event: "change",
    data: { number, team: "general", kind: "report.file", own: false },
  }]);
  await page.leave();
  await settled(() => app.millo.changeFeed.size === 0, "it is known as gone");
});

Deno.test("a browser that comes back names what it heard last, in the header before the address", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const before = await newestIndex(app.millo.store);
  const first = await reported(app.millo.safety);
  const between = await newestIndex(app.millo.store);
  const second = await reported(app.millo.safety);
  const numbers = (page: Reading) =>
    page.of("change").map(({ data }) => (data as { number: string }).number);
  const byAddress = await listen(browser, `?since=${before}`);
  await settled(() => byAddress.events.length === 2, "both are told");
  assertEquals(numbers(byAddress), [first.case, second.case]);
  const byHeader = await listen(browser, `?since=${before}`, {
    "last-event-id": String(between),
  });
  await settled(() => byHeader.events.length === 1, "one is told");
  assertEquals(numbers(byHeader), [second.case]);
  for (const wrong of ["?since=-1", "?since=x", "?since=1e9", ""]) {
    const fresh = await listen(browser, wrong);
    await turn();
    assertEquals(fresh.events, [], wrong);
  }
});

Deno.test("who only looks at the head opens no stream", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const { changeFeed } = app.millo;
  changeFeed.follow = () => Promise.reject(new Error("nobody follows"));
  const { status, body } = await browser.fetch("/admin/changes", {
    method: "HEAD",
  });
  assertEquals([status, body], [200, null]);
});

Deno.test("where the person of a case is, only readers of the case are told", async () => {
  await using app = await openApp();
  const general = await reported(app.millo.safety);
  const flag = await reported(app.millo.safety, { reason: "under_18" });
  const told = async (role: "moderator" | "child-safety", number: string) => {
    const page = await listen(await app.as(role), `?case=${number}`);
    await turn();
    await app.scheduler.pass(BEAT);
    await settled(() => page.of("beat").length > 0, "the line is good");
    await page.leave();
    return page.of("presence").map(({ data }) => data);
  };
  const away = [{ presence: "away" }];
  assertEquals(await told("moderator", general.case), away);
  assertEquals(await told("child-safety", flag.case), away);
  assertEquals(await told("moderator", flag.case), []);
  assertEquals(await told("child-safety", general.case), []);
  assertEquals(await told("moderator", "MC-NONE-SUCH"), []);
});

Deno.test("what an open page asks by itself keeps neither its session nor a case", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const { case: number } = await reported(app.millo.safety);
  const path = `/admin/cases/${number}`;
  assertEquals((await browser.post(`${path}/claim`, {})).status, 303);
  const until = async () => {
    const { store, clock } = app.millo;
    return (await claimOn(store, number, clock.now()))?.until;
  };
  const [seen, claimed] = [await seenAt(app), await until()];
  const refresh = { headers: { "x-refresh": "1" } };
  app.clock.pass(2 * MINUTE);
  const page = await listen(browser);
  assertEquals((await browser.fetch(path, refresh)).status, 200);
  assertEquals([await seenAt(app), await until()], [seen, claimed]);
  assertEquals((await browser.get(path)).status, 200);
  assert((await seenAt(app))! > seen!);
  assert((await until())! > claimed!);
  const html = await (await browser.get(path)).text();
  assertStringIncludes(html, "Yours for 5 minutes");

  app.clock.pass(29 * MINUTE);
  assertEquals((await browser.fetch("/admin/cases", refresh)).status, 200);
  app.clock.pass(MINUTE);
  await app.scheduler.pass(BEAT);
  await settled(() => page.ended, "the stream ends with the session");
  assertEquals(page.of("bye").map(({ data }) => data), [
    { reason: "signed_out" },
  ]);
  const late = await browser.fetch("/admin/changes");
  await late.body?.cancel();
  assertEquals(late.status, 403);
});

Deno.test("a process that stops ends its streams, and says that another takes over", async () => {
  const app = await openApp();
  const page = await listen(await app.as("moderator"));
  const start = performance.now();
  await app[Symbol.asyncDispose]();
  await settled(() => page.ended, "the stream ends");
  assertLess(performance.now() - start, 2_000);
  assertEquals(page.of("bye").map(({ data }) => data), [{ reason: "restart" }]);
});

Deno.test("a process without room for a stream says when to ask again", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  await app.millo.changeFeed.stop();
  const response = await browser.get("/admin/changes");
  await response.body?.cancel();
  assertEquals(response.status, 503);
  assertEquals(response.headers.get("retry-after"), "30");
});
