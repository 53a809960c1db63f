import { assertEquals } from "@std/assert";
import { isOwnRequest } from "../../lib/http/origin.ts";

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
