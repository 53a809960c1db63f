import { assertEquals, assertStringIncludes } from "@std/assert";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { readEnv, setEnv } from "../../lib/config/mod.ts";
import { ADULT, openApp } from "../helpers/app.ts";
import { openHeldLine } from "../helpers/held_line.ts";

Deno.test({
  name:
    "with the store silent: 503 with a wait, and pages that need none go on",
  // Watches end with the handle; what they leave open is not a leak of ours.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
    const dataFile = await Deno.makeTempFile();
    const server = await startDenokv({ binary, dataFile });
    setEnv("DENO_KV_ACCESS_TOKEN", server.token);
    const line = openHeldLine(server.url);
    const app = await openApp({ MILLO_KV: line.url });
    const browser = app.browser();
    await browser.post("/age", ADULT);
    line.hold();
    const json = { headers: { accept: "application/json" } };
    const [page, problem, ready, live, rules] = await Promise.all([
      browser.get("/consent"),
      browser.fetch("/consent", json),
      app.fetch("/health/ready"),
      app.fetch("/health/live"),
      app.fetch("/rules"),
    ]);
    assertEquals([page.status, problem.status, ready.status], [503, 503, 503]);
    assertEquals([live.status, rules.status], [200, 200]);
    assertEquals(page.headers.get("retry-after"), "30");
    assertStringIncludes(await page.text(), "Back in a moment");
    const { title, retryAfter, instance } = await problem.json();
    assertEquals([title, retryAfter], ["Back in a moment", 30]);
    const id = problem.headers.get("x-request-id");
    assertEquals(instance, `urn:millo:fault:${id}`);
    line.release();
    assertEquals((await browser.get("/consent")).status, 200);
    await app[Symbol.asyncDispose]();
    await line[Symbol.asyncDispose]();
    await server.stop();
  },
});
