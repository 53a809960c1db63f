import { assert, assertEquals } from "@std/assert";
import sharp from "sharp";
import { openApp, type TestBrowser } from "../helpers/app.ts";
import { meetPages, routesOf } from "../helpers/pages.ts";
import { registry } from "../../lib/data_map/registry.ts";
import type { Store } from "../../lib/store/mod.ts";
import { elements } from "../components/html.ts";

const FOREIGN = {
  origin: "https://evil.example",
  "sec-fetch-site": "cross-site",
};

/** Signed by who sends it, and not by a cookie. */
const SIGNED = ["/hooks/livekit"];

Deno.test("S04: no form from another site changes anything, on any route", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const before = await everything(app.millo.store);
  const wrong: string[] = [];
  for (const pattern of (await routesOf(/\.tsx?$/)).values()) {
    const path = pattern.source.slice(1, -1).replaceAll("\\/", "/")
      .replaceAll("[^/]+", "x").replaceAll(".+", "x");
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await browser.fetch(path, {
        method,
        headers: FOREIGN,
        body: new URLSearchParams({ remove: "1", language: "en-US" }),
      });
      await answer.body?.cancel();
      const expected = SIGNED.includes(path) ? [401, 403, 405] : [403];
      if (!expected.includes(answer.status)) {
        wrong.push(`${method} ${path}: ${answer.status}`);
      }
    }
  }
  assertEquals(wrong, []);
  assertEquals(browser.cookie("millo_lang"), undefined);
  assertEquals(await everything(app.millo.store), before);
});

Deno.test("S04: no page runs inline code or asks another host", async () => {
  await using app = await openApp();
  const wrong: string[] = [];
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const answer = await (await app.as(role)).get(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (
      const fault of [
        ...faultsOfPolicy(policy),
        ...faultsIn(await answer.text()),
      ]
    ) {
      wrong.push(`${path}: ${fault}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("S04: a picture comes back re-encoded, small, and without what it told", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const told = "A name that nobody may see";
  const sent = await sharp({
    create: { width: 900, height: 600, channels: 3, background: "#8a786f" },
  }).withExif({ IFD0: { Copyright: told } }).png().toBuffer();
  assert(sent.includes(told));
  const form = new FormData();
  form.set("picture", new File([new Uint8Array(sent)], "me.png"));
  const answer = await browser.fetch("/account/picture", {
    method: "POST",
    body: form,
    headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  });
  assertEquals(answer.status, 303);
  const kept = await pictureOf(browser);
  const { width, height, format, exif } = await sharp(kept).metadata();
  assertEquals([format, exif], ["jpeg", undefined]);
  assert(Math.max(width, height) <= 256);
  assertEquals(new TextDecoder("latin1").decode(kept).includes(told), false);
});

/** All that is kept, as text to compare. */
async function everything(store: Store): Promise<string> {
  const kept = await Promise.all(
    // deno-lint-ignore no-explicit-any
    registry.map((one) => store.all(one as any, { limit: 100 })),
  );
  return JSON.stringify(kept);
}

async function pictureOf(browser: TestBrowser): Promise<Uint8Array> {
  const html = await (await browser.get("/account/picture")).text();
  const own = elements(html, "img").map(({ attributes }) => attributes.src)
    .find((src) => src.startsWith("/account/picture/"));
  assert(own, "the page shows the picture");
  return await (await browser.get(own)).bytes();
}

function faultsOfPolicy(policy: string): string[] {
  const faults: string[] = [];
  if (!policy.includes("default-src 'none'")) faults.push("allows by default");
  if (/'unsafe-/.test(policy)) faults.push("allows inline code");
  // The live page alone reaches the media server, and that by socket.
  const rest = policy.replace(/connect-src [^;]*/, "");
  if (/https?:|\*/.test(rest)) faults.push("allows another host");
  return faults;
}

/** What a browser would run or fetch that is not ours. */
function faultsIn(html: string): string[] {
  return elements(html).flatMap(({ name, attributes }) => {
    const inline = Object.keys(attributes).filter((key) =>
      key === "style" || /^on[a-z]+$/.test(key)
    );
    const code = name === "script" || name === "style";
    const faults = inline.map((key) => `${name} has ${key}`);
    if (code && !attributes.nonce) faults.push(`${name} without nonce`);
    const { src, action, href } = attributes;
    const asked = [src, action, name === "link" ? href : undefined];
    const foreign = asked.filter((url) => url && !/^\/(?!\/)/.test(url));
    if (/^javascript:/i.test(href ?? "")) faults.push("runs by a link");
    return [...faults, ...foreign.map((url) => `${name} asks ${url}`)];
  });
}
