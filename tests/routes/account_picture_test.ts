import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import sharp from "sharp";
import { pictures } from "../../lib/accounts/profile/records.ts";
import { all } from "../helpers/accounts.ts";
import { openApp, type TestBrowser } from "../helpers/app.ts";

Deno.test("S04: a picture is re-encoded, served to its owner only, and can be removed", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const sent = await sharp({
    create: { width: 800, height: 500, channels: 3, background: "#336699" },
  })
    .withExif({ IFD0: { Make: "NEEDLE" } }).png().toBuffer();
  assertEquals((await upload(browser, sent, "holiday.exe")).status, 303);
  const image = await browser.get("/account/picture/image");
  assertEquals(image.status, 200);
  assertEquals(image.headers.get("content-type"), "image/jpeg");
  assertEquals(image.headers.get("x-content-type-options"), "nosniff");
  assertEquals(image.headers.get("cache-control"), "private, no-store");
  assertEquals(
    image.headers.get("cross-origin-resource-policy"),
    "same-origin",
  );
  assertStringIncludes(
    image.headers.get("content-security-policy")!,
    "default-src 'none'",
  );
  const { width, height, exif } = await sharp(await image.bytes()).metadata();
  assertEquals([width, height, exif], [256, 256, undefined]);
  assertStringIncludes(
    await (await browser.get("/account/picture")).text(),
    "/account/picture/image?of=",
  );

  assertEquals(
    (await (await app.as("member")).get("/account/picture/image")).status,
    404,
  );
  assertEquals((await app.fetch("/account/picture/image")).status, 403);
  await browser.post("/account/picture/removal", {});
  assertEquals((await browser.get("/account/picture/image")).status, 404);
  assertEquals(await all(app, pictures), []);
});

Deno.test("a picture that is too large is not read to its end, one that is none is refused", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const answer = await browser.fetch("/account/picture", {
    method: "POST",
    body: endless,
    headers: {
      "content-type": "multipart/form-data; boundary=x",
      "sec-fetch-site": "same-origin",
    },
  });
  assertEquals(answer.status, 413);
  assert(pulled < 12, `${pulled} MiB were read`);
  const none = await upload(
    browser,
    new TextEncoder().encode("<svg/>"),
    "a.png",
  );
  assertEquals(none.status, 422);
  assertStringIncludes(
    await none.text(),
    "Choose a JPEG, PNG or WebP picture.",
  );
  assertEquals((await browser.post("/account/picture", {})).status, 422);
});

function upload(
  browser: TestBrowser,
  file: Uint8Array,
  name: string,
): Promise<Response> {
  const form = new FormData();
  form.set("picture", new File([new Uint8Array(file)], name));
  return browser.fetch("/account/picture", {
    method: "POST",
    body: form,
    headers: { "sec-fetch-site": "same-origin" },
  });
}
