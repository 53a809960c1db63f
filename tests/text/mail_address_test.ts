import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  asciiDomainOf,
  needsSmtpUtf8,
  readMailAddress,
} from "../../lib/text/mod.ts";

Deno.test("an address is kept as it was typed", () => {
  const addresses = [
    "ada@example.org",
    "Ada.Byron+millo@example.org",
    "o&m@example.org",
    "a/b=c@example.org",
    "!#$%&'*+/=?^_`{|}~-@example.org",
    "a..b@example.org",
    "info@müller.example",
    "info@xn--mller-kva.example",
    "info@faß.example",
    "用户@例子.广告",
    "δοκιμή@παράδειγμα.example",
    "می‌خواهم@می‌خواهم.example",
    "उपयोगकर्ता@उदाहरण.example",
    "a@b.co",
    `${"a".repeat(64)}@example.org`,
  ];
  for (const address of addresses) {
    assertEquals(readMailAddress(address), address, address);
  }
});

Deno.test("an address is read in any width and case, and from a copied text", () => {
  const cases = {
    " ada@Example.ORG ": "ada@example.org",
    "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ": "ada@example.org",
    "用户@例子。广告": "用户@例子.广告",
    "info@MÜLLER.example": "info@müller.example",
    "info@mu\u0308ller.example": "info@müller.example",
    "\u202aada@example.org\u202c": "ada@example.org",
    "ada@exam\u00adple.org\u200b": "ada@example.org",
  };
  for (const [typed, address] of Object.entries(cases)) {
    assertEquals(readMailAddress(typed), address, typed);
  }
});

Deno.test("what is no address is none", () => {
  const wrong = [
    "",
    "@",
    "ada",
    "ada@",
    "@example.org",
    "ada@localhost",
    "ada@@example.org",
    "a@b.org, c@d.org",
    "a@b.org\nBcc: x@y.org",
    "a b@example.org",
    "a@exa mple.org",
    '"a b"@example.org',
    "<a@example.org>",
    "Ada <ada@example.org>",
    "a(b)@example.org",
    "a@127.0.0.1",
    "a@127.1",
    "a@0x7f.1",
    "a@[127.0.0.1]",
    "a@[::1]",
    "a@example.org:25",
    "a@example.org/b",
    "a@例／子.example",
    "a@exa%6dple.org",
    "a@exa_mple.org",
    "a@-example.org",
    "a@example-.org",
    "a@example..org",
    "a@.example.org",
    "a@example.org.",
    "a@xn--zz.example",
    "a@\u200d.example",
    `a@${"x".repeat(64)}.org`,
    `${"a".repeat(65)}@example.org`,
    `${"户".repeat(22)}@example.org`,
    `a@${"例子.".repeat(60)}example`,
    `a@${"xyz.".repeat(63)}org`,
  ];
  for (const typed of wrong) assertEquals(readMailAddress(typed), null, typed);
});

Deno.test("only letters beyond ASCII before the @ need a server with SMTPUTF8", () => {
  assertEquals(needsSmtpUtf8("用户@例子.广告"), true);
  assertEquals(needsSmtpUtf8("jürgen@example.org"), true);
  assertEquals(needsSmtpUtf8("info@müller.example"), false);
  assertEquals(needsSmtpUtf8("o&m@example.org"), false);
});

Deno.test("the domain is known in ASCII, too", () => {
  assertEquals(asciiDomainOf("info@müller.example"), "xn--mller-kva.example");
  assertEquals(asciiDomainOf("用户@例子.广告"), "xn--fsqu00a.xn--4rr70v");
  assertEquals(asciiDomainOf("ada@example.org"), "example.org");
});

const typed = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.tuple(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.domain(),
  ).map(([local, domain]) => `${local}@${domain}`),
  fc.emailAddress(),
);

Deno.test("what was read is read again as the same, and is one line with one address", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const address = readMailAddress(text);
      if (address === null) return;
      assertEquals(readMailAddress(address), address);
      assertEquals(/[\s\p{Cc}<>,;:"()[\]\\]/u.test(address), false);
      assertEquals(address.split("@").length, 2);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("every address by HTML's rule with a name of a domain is read", () => {
  fc.assert(fc.property(fc.emailAddress(), (address) => {
    const [local, domain] = address.split("@");
    assertEquals(readMailAddress(address), `${local}@${domain.toLowerCase()}`);
  }));
});
