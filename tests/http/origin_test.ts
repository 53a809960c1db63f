import { assertEquals } from "@std/assert";
import { isOwnRequest, ownOriginOf } from "../../lib/http/origin.ts";
import { openApp } from "../helpers/app.ts";

const OWN = "https://millo.example";
const EVIL = "https://evil.example";

function sent(headers: Record<string, string>, method = "POST"): boolean {
  return isOwnRequest({ method, headers: new Headers(headers) }, OWN);
}

Deno.test("S04: a write needs a page of ours behind it", () => {
  const cookie = "millo_session=x";
  const cases: [Record<string, string>, boolean][] = [
    [{ "sec-fetch-site": "same-origin", cookie }, true],
    [{ "sec-fetch-site": "cross-site", cookie }, false],
    [{ "sec-fetch-site": "same-site", origin: OWN, cookie }, false],
    [{ "sec-fetch-site": "none", cookie }, false],
    [{ "sec-fetch-site": "none", origin: OWN, cookie }, true],
    [{ origin: OWN, cookie }, true],
    [{ origin: EVIL, cookie }, false],
    [{ origin: EVIL }, false],
    [{ origin: "null", cookie }, false],
    [{ referer: `${OWN}/age`, cookie }, true],
    [{ referer: `${EVIL}/?${OWN}`, cookie }, false],
    [{ referer: "nonsense", cookie }, false],
    [{ cookie }, false],
    [{}, true],
  ];
  for (const [headers, expected] of cases) {
    assertEquals(sent(headers), expected, JSON.stringify(headers));
  }
});

Deno.test("reading needs no proof, and every other method does", () => {
  const headers = { origin: EVIL, cookie: "a=b" };
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assertEquals(sent(headers, method), true);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    assertEquals(sent(headers, method), false);
  }
});

Deno.test("a site is known by what the settings say, or else as it was asked", () => {
  const asked = (origin: string | null) =>
    ownOriginOf({
      url: new URL("http://127.0.0.1:8000/age?x=1"),
      state: { millo: { config: { origin } } },
    });
  assertEquals(asked(null), "http://127.0.0.1:8000");
  assertEquals(asked(OWN), OWN);
});

Deno.test("cookies travel over TLS only where the site does, whatever the proxy speaks", async () => {
  for (const [origin, secure] of [[OWN, true], ["", false]] as const) {
    await using app = await openApp(origin ? { MILLO_ORIGIN: origin } : {});
    const answer = await app.fetch("/age", {
      method: "POST",
      body: new URLSearchParams({ day: "4", month: "5", year: "1990" }),
      headers: { "sec-fetch-site": "same-origin" },
    });
    const [cookie] = answer.headers.getSetCookie();
    assertEquals(cookie.startsWith("__Host-"), secure);
    assertEquals(/; Secure/.test(cookie), secure);
    await answer.body?.cancel();
  }
});
