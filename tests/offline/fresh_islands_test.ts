import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { launchChromium } from "./helpers/browser.ts";
import { ISLAND_SITE } from "./helpers/island_site.ts";
import { serveSite } from "./helpers/serve.ts";
import { makeWorkspace, type Workspace } from "./helpers/workspace.ts";

interface Site extends AsyncDisposable {
  origin: string;
  folder: string;
  workspace: Workspace;
}

async function buildAndServe(): Promise<Site> {
  const workspace = await makeWorkspace();
  const folder = `${workspace.folder}/site`;
  for (const [path, text] of Object.entries(ISLAND_SITE)) {
    const file = `${folder}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  await workspace.deno(["run", "-A", "dev.ts"], { cwd: folder });
  const { origin, stop } = await serveSite(folder, workspace.config);
  return {
    origin,
    folder,
    workspace,
    async [Symbol.asyncDispose]() {
      await stop();
      await Deno.remove(workspace.folder, { recursive: true });
    },
  };
}

type Visit = (path: string) => Promise<Page>;

const PAGES: Record<string, (visit: Visit) => Promise<void>> = {
  "one signal and its computed are shared by three islands": async (visit) => {
    const page = await visit("/shared");
    await page.click("#b");
    await page.click("#c");
    await page.click("#other");
    const texts = await textsOf(page, "#a", "#b", "#c", "#a-twice", "#other");
    assertEquals(texts, ["3", "3", "3", "2", "101"]);
  },
  "islands in children of islands come and go with them": async (visit) => {
    const page = await visit("/nested");
    await page.click("#deep");
    assertEquals(await textsOf(page, "#deep", "#beside"), ["6", "6"]);
    const before = await page.innerText("main");
    await page.click("#inner");
    assertEquals(await page.locator("#deep").count(), 0);
    await page.click("#inner");
    await page.click("#outer");
    assertEquals(await page.locator("em, #inner").count(), 0);
    await page.click("#outer");
    assertEquals(await page.innerText("main"), before);
    await page.click("#deep");
    assertEquals(await page.textContent("#beside"), "7");
    await page.click("#closed");
    await page.click("#extra");
    assertEquals(await textsOf(page, "li", "#extra"), ["hidden", "extra 1"]);
  },
  "fields in children keep what was typed, and their kind": async (visit) => {
    const page = await visit("/form");
    await page.fill("#text", "typed");
    await page.uncheck("#box");
    await page.selectOption("#pick", "one");
    await page.fill("#area", "mine");
    assertEquals(await fields(page), ["typed", false, "one", "mine", true]);
    await page.click("#t");
    await page.click("#t");
    assertEquals(await fields(page), ["given", true, "two", "words", true]);
    const svg = await page.evaluate(`[
      document.querySelector("#svg").viewBox.baseVal.width,
      document.querySelector("#g").localName,
      document.querySelector("path").getAttribute("stroke-width"),
    ]`);
    assertEquals(svg, [2, "linearGradient", "2"]);
  },
  "elements deep inside of props are shown when the island wants": async (
    visit,
  ) => {
    const page = await visit("/tabs");
    assertEquals(await page.locator("#first").count(), 1);
    await page.click("#t2");
    await page.click("#extra");
    assertEquals(await page.textContent("section"), "extra 1");
    await page.click("#t1");
    assertEquals(await page.textContent("section"), "first");
  },
  "values keep their types": async (visit) => {
    const page = await visit("/values");
    assertEquals(
      await page.textContent("#values"),
      "1970-01-01T00:00:00.000Z 9007199254740994 2024 3 </script><!--",
    );
  },
  "a layout's island wraps the page and its islands": async (visit) => {
    const page = await visit("/grouped");
    await page.click("#near");
    await page.click("#around");
    await page.click("#around");
    await page.click("#near");
    assertEquals(await page.textContent("p"), "grouped 2");
  },
};

async function textsOf(page: Page, ...selectors: string[]) {
  return await Promise.all(selectors.map((each) => page.textContent(each)));
}

async function fields(page: Page): Promise<unknown> {
  return await page.evaluate(`[
    document.querySelector("#text").value,
    document.querySelector("#box").checked,
    document.querySelector("#pick").value,
    document.querySelector("#area").value,
    document.querySelector("#off").disabled,
  ]`);
}

async function serverRules({ origin, folder, workspace }: Site) {
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(origin + path, init);
    return { response, body: await response.text() };
  };
  assertEquals(
    (await get("/name%20with%20%C3%BC%20&%20space.txt")).body,
    "odd",
  );
  assertEquals((await get("/.secret")).response.status, 404);
  assertEquals((await get("/.well-known/x.json")).body, "{}");
  assertEquals((await get("/api/1")).body, '{"id":"1","kind":""}');
  assertEquals((await get("/api/1/b")).body, '{"id":"1","kind":"b"}');
  const css = await get("/style.css");
  assertMatch(
    css.body,
    /url\("\/a\.png\?x=&__frsh_c=\w+#y"\).*url\("\/b\.png\?__frsh_c=\w+"\).*url\("\/\/x\/c\.png"\).*url\("data:x"\)/,
  );
  const etag = css.response.headers.get("etag")!;
  const again = await get("/style.css", { headers: { "if-none-match": etag } });
  assertEquals(again.response.status, 304);
  const stale = await fetch(`${origin}/style.css?v=1&__frsh_c=old`, {
    redirect: "manual",
  });
  assertEquals(
    [stale.status, stale.headers.get("location")],
    [307, "/style.css?v=1"],
  );
  const head = await get("/head", { method: "HEAD" });
  assertEquals([head.response.headers.get("x-seen"), head.body], ["1", ""]);

  const scripts = `${folder}/_fresh/static/_fresh/js`;
  const builds = () => [...Deno.readDirSync(scripts)].map(({ name }) => name);
  const before = builds();
  await workspace.deno(["run", "-A", "dev.ts"], { cwd: folder });
  const after = builds();
  assertEquals([before.length, after.length], [1, 2]);
  assert(after.includes(before[0]));
}

Deno.test("islands and files work where they are less common", async (t) => {
  await using site = await buildAndServe();
  const browser = await launchChromium();
  try {
    for (const [name, check] of Object.entries(PAGES)) {
      await t.step(name, async () => {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        await check(async (path) => {
          await page.goto(site.origin + path);
          return page;
        });
        assertEquals(errors, []);
        await page.close();
      });
    }
  } finally {
    await browser.close();
  }
  await t.step("files, routes and rebuilds keep the rules", async () => {
    await serverRules(site);
  });
});
