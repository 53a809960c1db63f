import { assertEquals } from "@std/assert";
import fc from "fast-check";
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

Deno.test("the cookie of the staff goes with nothing that another site began", () => {
  for (const secure of [true, false]) {
    const parts = told((headers) => setCookie(headers, "staff", "x", secure));
    assertEquals(parts.includes("SameSite=Strict"), true);
    assertEquals(parts.includes("Max-Age=28800"), true, "a working day");
  }
});

Deno.test("the page about cookies names each that people have, with its days", () => {
  const days: Record<string, number> = Object.fromEntries(
    COOKIES.map(({ name, days }) => [name, days]),
  );
  assertEquals([days.session, "staff" in days], [30, false]);
  for (const count of Object.values(days)) {
    // No browser keeps one longer (RFC 6265bis section 5.5).
    assertEquals(Number.isInteger(count) && count <= 400, true);
  }
  for (const { name } of COOKIES) {
    const parts = told((headers) => setCookie(headers, name, "x", true));
    assertEquals(parts.includes(`Max-Age=${days[name] * 86_400}`), true, name);
    assertEquals(parts.includes("SameSite=Lax"), true, name);
  }
});

Deno.test("whatever a value holds, it is one cookie and comes back as it was", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
  const names = fc.constantFrom(...COOKIES.map(({ name }) => name));
  fc.assert(fc.property(names, value, fc.boolean(), (name, value, secure) => {
    const headers = new Headers();
    setCookie(headers, name, value, secure);
    const lines = headers.getSetCookie();
    assertEquals(lines.length, 1);
    const [pair, ...attributes] = lines[0].split(";");
    assertEquals(attributes.length, secure ? 5 : 4);
    assertEquals(sent(pair, name, secure), value);
  }));
});

Deno.test("whatever a browser sends, reading it throws nothing", () => {
  const header = fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) =>
      String.fromCharCode(code)
    ),
    maxLength: 200,
  });
  fc.assert(fc.property(header, (cookie) => {
    for (const { name } of COOKIES) {
      const read = sent(cookie, name);
      assertEquals(read === null || read.length > 0, true);
    }
  }));
});

Deno.test("a cookie of the other name does not stand in for one that is missing", () => {
  const both = "millo_session=plain; __Host-millo_session=bound";
  assertEquals([sent(both, "session", true), sent(both, "session")], [
    "bound",
    "plain",
  ]);
  assertEquals(sent("__Secure-millo_session=x", "session", true), null);
  assertEquals(sent("__host-millo_session=x", "session", true), null);
});
