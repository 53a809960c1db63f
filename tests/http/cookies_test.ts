import { assertEquals } from "@std/assert";
import {
  clearCookie,
  type CookieName,
  COOKIES,
  readCookie,
  setCookie,
} from "../../lib/http/cookies.ts";
import { newSecret } from "../../lib/kernel/mod.ts";

function sent(cookie: string, name: CookieName, secure = false): string | null {
  return readCookie(new Headers({ cookie }), name, secure);
}

/** What a browser is told, attributes in any order. */
function told(work: (headers: Headers) => void): string[] {
  const headers = new Headers();
  work(headers);
  const [line] = headers.getSetCookie();
  return line.split("; ").toSorted();
}

Deno.test("a cookie comes back as it was set, for every one there is", () => {
  for (const { name } of COOKIES) {
    for (const secure of [true, false]) {
      const value = newSecret();
      const headers = new Headers();
      setCookie(headers, name, value, secure);
      const [pair] = headers.getSetCookie()[0].split(";");
      assertEquals(sent(`a=b; ${pair}; c=d`, name, secure), value);
    }
  }
});

Deno.test("scripts and other sites never get a cookie", () => {
  assertEquals(told((headers) => setCookie(headers, "session", "x", false)), [
    "HttpOnly",
    "Max-Age=2592000",
    "Path=/",
    "SameSite=Lax",
    "millo_session=x",
  ]);
});

Deno.test("over TLS a cookie is bound to this host and this channel", () => {
  assertEquals(told((headers) => setCookie(headers, "session", "x", true)), [
    "HttpOnly",
    "Max-Age=2592000",
    "Path=/",
    "SameSite=Lax",
    "Secure",
    "__Host-millo_session=x",
  ]);
  assertEquals(sent("millo_session=x", "session", true), null);
  assertEquals(sent("__Host-millo_session=x", "session", false), null);
});

Deno.test("a cookie is cleared under the attributes that it was set with", () => {
  for (const secure of [true, false]) {
    const set = told((headers) => setCookie(headers, "gate", "", secure));
    const cleared = told((headers) => clearCookie(headers, "gate", secure));
    const atOnce = set.map((part) =>
      part.startsWith("Max-Age") ? "Max-Age=0" : part
    );
    assertEquals(cleared, atOnce);
  }
});

Deno.test("of two cookies of one name the first counts", () => {
  assertEquals(sent("millo_lang=en; millo_lang=en-US", "lang"), "en");
});

Deno.test("what is no cookie of ours is nobody", () => {
  for (
    const header of [
      "",
      ";",
      "=",
      "millo_session",
      "millo_session=",
      "xmillo_session=1",
      "millo_session2=1",
      "a=millo_session=1",
      "__proto__=1",
    ]
  ) {
    assertEquals(sent(header, "session"), null, header);
  }
});

Deno.test("broken percent encoding is taken as it is", () => {
  assertEquals(sent("millo_session=%zz", "session"), "%zz");
});
