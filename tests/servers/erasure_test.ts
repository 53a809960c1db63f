import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { scanFiles } from "../../lib/store/mod.ts";
import type { TestBrowser } from "../helpers/app.ts";
import { browserAt } from "../helpers/pages.ts";
import { eventually } from "../helpers/processes.ts";
import { type Started, startTask } from "../helpers/start_task.ts";

/** As many people come from one address here as production would refuse. */
const SETTINGS = {
  PORT: "0",
  MILLO_MODE: "development",
  MILLO_LIMITS: "1000",
  MILLO_LOG: "error",
};

interface Running {
  task: Started;
  address: string;
  data: string;
}

async function start(data: string): Promise<Running> {
  const task = startTask({ ...SETTINGS, MILLO_DATA: data });
  const address = await task.address;
  if (!address) throw new Error((await task.said).join("\n"));
  return { task, address, data };
}

interface Person {
  browser: TestBrowser;
  /** What must not be found once they are erased. */
  words: string[];
}

/** Somebody who came through the pages, and what they left there. */
async function come({ address }: Running, n: number): Promise<Person> {
  const browser = await browserAt(address, "member");
  const username = `Wilhelmina number ${n} Quickstep`;
  const interest = `crossbow restoration ${n}`;
  const message = `My parrot of the year ${n} cannot find its own mirror.`;
  const profile = await formOf(browser, "/account");
  await posted(browser, "/account", {
    ...profile,
    username,
    interests: interest,
  });
  const form = await formOf(browser, "/contact");
  await posted(browser, "/contact", {
    ...form,
    about: "other",
    text: message,
    address: "",
  });
  const page = await (await browser.get("/account/data")).text();
  for (const word of [username, interest, message]) {
    assertStringIncludes(page, word);
  }
  const ids = /kind-accounts[^]*?<code>([0-9a-hjkmnp-tv-z]{26})<\/code>/;
  const accountId = ids.exec(page)![1];
  return { browser, words: [accountId, username, interest, message] };
}

/** The hidden fields of the page's own form. */
async function formOf(
  browser: TestBrowser,
  path: string,
): Promise<Record<string, string>> {
  const response = await browser.get(path);
  const html = await response.text();
  assertEquals(response.status, 200, path);
  const inputs = html.matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
  );
  return Object.fromEntries(
    [...inputs].map(([, name, value]) => [name, value]),
  );
}

async function posted(
  browser: TestBrowser,
  path: string,
  form: Record<string, string>,
): Promise<Response> {
  const response = await browser.post(path, form);
  const said = /class="wrong"[^>]*>([^<]*)/.exec(await response.text())?.[1];
  assert(response.status < 400, `${path}: ${response.status} ${said}`);
  return response;
}

/** Erases through the page; answers where the receipt is. */
async function erase({ browser }: Person): Promise<string> {
  const response = await posted(browser, "/account/data/erasure", {
    sure: "1",
  });
  return response.headers.get("location")!;
}

/** Waits for the receipt to say that the search found nothing. */
async function proven({ address }: Running, receipt: string): Promise<string> {
  let page = "";
  await eventually(async () => {
    page = await (await fetch(address + receipt)).text();
    return page.includes("Removed from the records and from the files.");
  }, "the receipt says that the files are clean");
  return page;
}

async function hitsIn({ data }: Running, people: readonly Person[]) {
  const { hits, files } = await scanFiles(
    data,
    people.flatMap(({ words }) => words),
  );
  assert(files > 3, "there are files to search");
  return hits.map(({ file }) => file.slice(data.length + 1));
}

async function end({ task }: Running): Promise<void> {
  task.kill("SIGTERM");
  await task.status;
}

Deno.test("after an erasure through the page no byte of any file tells of the person", async () => {
  const running = await start(await Deno.makeTempDir());
  const ann = await come(running, 1);
  const bob = await come(running, 2);
  assert((await hitsIn(running, [ann])).length > 0, "the search finds nothing");
  const begun = performance.now();
  const page = await proven(running, await erase(ann));
  assert(performance.now() - begun < MINUTE);
  assertEquals(await hitsIn(running, [ann]), []);
  assert((await hitsIn(running, [bob])).length > 0, "bob is still there");
  const found = /Found, other than what the law makes us keep<\/dt><dd>(\d+)/;
  assertEquals(found.exec(page.replaceAll(/<!--.*?-->/gs, ""))?.[1], "0");
  await end(running);
});

Deno.test("a power cut right after the answer delays that, and no more", async () => {
  const data = await Deno.makeTempDir();
  const before = await start(data);
  const ann = await come(before, 3);
  const receipt = await erase(ann);
  await before.task.cut();
  assert((await hitsIn(before, [ann])).length > 0, "it came too late to cut");
  const after = await start(data);
  const begun = performance.now();
  const page = await proven(after, receipt);
  assert(performance.now() - begun < MINUTE);
  assertEquals(await hitsIn(after, [ann]), []);
  // What to search for was not lost with the process.
  assertStringIncludes(page, "words or numbers of yours");
  await end(after);
});

Deno.test("fifty erasures at once share the work, and nobody's write fails", async () => {
  const running = await start(await Deno.makeTempDir());
  const people: Person[] = [];
  for (let n = 10; n < 60; n++) people.push(await come(running, n));
  const zoe = await come(running, 99);
  let over = false;
  let written = 0;
  const writing = (async () => {
    while (!over) {
      const form = await formOf(zoe.browser, "/account");
      const interests = `interest ${written++}`;
      await posted(zoe.browser, "/account", {
        ...form,
        username: "Zoe",
        interests,
      });
    }
  })();
  const begun = performance.now();
  const receipts = await Promise.all(people.map(erase));
  for (const receipt of receipts) await proven(running, receipt);
  const took = performance.now() - begun;
  over = true;
  await writing;
  console.log(
    `50 erasures proven after ${(took / SECOND).toFixed(1)} s, ` +
      `beside ${written} writes of another person`,
  );
  assert(took < MINUTE, `${took} ms`);
  assertEquals(await hitsIn(running, people), []);
  assert(written > 3);
  await end(running);
});
