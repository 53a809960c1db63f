import { assertEquals } from "@std/assert";
import { describeDevice, networkOf } from "../../lib/accounts/device.ts";
import {
  contactCodeForm,
  contactForm,
  profileForm,
} from "../../lib/accounts/forms.ts";
import { codeFrom, readCode, writtenCode } from "../../lib/credentials/mod.ts";
import { readInterests } from "../../lib/accounts/profile/interests.ts";
import { newSecret } from "../../lib/kernel/mod.ts";

Deno.test("an address is kept to its first 24 bits, or 48 of IPv6", () => {
  const cases = {
    "203.0.113.77": "203.0.113.0/24",
    "::ffff:203.0.113.77": "203.0.113.0/24",
    "2001:db8:1234:5678:9abc::1": "2001:db8:1234::/48",
    "fe80::1%eth0": "fe80::/48",
    "": "unknown",
    "not an address": "unknown",
  };
  for (const [address, network] of Object.entries(cases)) {
    assertEquals(networkOf(address), network, address);
  }
});

Deno.test("a device is known by family, system and connection, and no more", () => {
  const phone = describeDevice({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    connection: "4g",
    address: "198.51.100.9",
  });
  assertEquals(phone, {
    family: "mobile",
    os: "iOS 17.4",
    connection: "4g",
    network: "198.51.100.0/24",
  });
  const strange = describeDevice({
    userAgent: "<script>".repeat(200),
    connection: "<b>",
    address: null,
  });
  assertEquals(strange, {
    family: "unknown",
    os: "unknown",
    connection: "unknown",
    network: "unknown",
  });
});

Deno.test("a recovery code is read as people write it", () => {
  const code = codeFrom(newSecret());
  const written = writtenCode(code);
  assertEquals(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/.test(written), true);
  assertEquals(readCode(written), code);
  assertEquals(
    readCode(` ${written.toLowerCase().replaceAll("-", " ")}\n`),
    code,
  );
  assertEquals(readCode("O".repeat(15) + "I".repeat(15)), {
    locator: "0".repeat(10),
    secret: "0".repeat(5) + "1".repeat(15),
  });
  for (
    const typed of ["", "12345", written + "0", "U".repeat(30), "é".repeat(30)]
  ) {
    assertEquals(readCode(typed), null, typed);
  }
});

Deno.test("a recovery code is read from every keyboard", () => {
  const written = "01234-56789-ABCDE-FGHJK-MNPQR-STVWX";
  const code = readCode(written);
  assertEquals(code?.locator, "0123456789");
  const typed = [
    "０１２３４－５６７８９－ＡＢＣＤＥ－ＦＧＨＪＫ－ＭＮＰＱＲ－ＳＴＶＷＸ",
    "０１２３４ー５６７８９ーａｂｃｄｅーｆｇｈｊｋーｍｎｐｑｒーｓｔｖｗｘ",
    "٠١٢٣٤-٥٦٧٨٩-abcde-fghjk-mnpqr-stvwx",
    "০১২৩৪ ৫৬৭৮৯ ABCDE FGHJK MNPQR STVWX",
    "01234–56789—ABCDE‑FGHJK−MNPQR\u00a0STVWX",
    "\u202a01234-56789-ABCDE-FGHJK-MNPQR-STVWX\u202c",
  ];
  for (const text of typed) assertEquals(readCode(text), code, text);
});

Deno.test("a code by mail is six digits of any script", () => {
  const code = (typed: string) => contactCodeForm.safeParse({ code: typed });
  for (
    const typed of [
      "123456",
      " 123 456 ",
      "１２３４５６",
      "١٢٣٤٥٦",
      "१२३ ४५६",
      "\u200f۱۲۳۴۵۶",
    ]
  ) {
    assertEquals(code(typed).data, { code: "123456" }, typed);
  }
  for (
    const typed of ["", "12345", "1234567", "12345x", "一二三四五六", "½23456"]
  ) {
    assertEquals(code(typed).success, false, typed);
  }
});

Deno.test("a name keeps its joiners and its emoji", () => {
  for (const username of ["می‌خواهم", "👨‍👩‍👧‍👦", "ශ්‍රී", "葛󠄀城", "Zoë", "Ада"]) {
    assertEquals(
      profileForm.parse({ username, interests: username, languages: [] }),
      {
        version: "none",
        username,
        interests: [username.toLowerCase()],
        languages: [],
        adds: false,
      },
    );
  }
});

Deno.test("a name and an interest are 30 characters as people see them", () => {
  const form = (text: string) =>
    profileForm.safeParse({ username: text, interests: text, languages: [] })
      .error?.issues.map(({ message }) => message) ?? [];
  for (const one of ["👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "क्षि", "한"]) {
    assertEquals(form(one.repeat(30)), [], one);
    assertEquals(form(one.repeat(31)), [
      "account.error.username",
      "account.error.interest",
    ], one);
  }
  const heap = "e" + "\u0321\u0301".repeat(50);
  assertEquals(form(heap), ["form.marks", "form.marks"]);
});

Deno.test("an empty name is none, and one that shows nothing is wrong", () => {
  for (const username of ["", " ", "\u3000 ", "\u00a0"]) {
    const form = { username, interests: username, languages: [] };
    const { username: name, interests } = profileForm.parse(form);
    assertEquals([name, interests], [null, []]);
  }
  for (
    const username of [
      "\u200b",
      " \u3164\uffa0",
      "\u2800",
      "\ufe0f",
      "\ufeff",
      "\u0000",
    ]
  ) {
    const read = profileForm.safeParse({
      username,
      interests: username,
      languages: [],
    });
    assertEquals(
      read.error?.issues.map(({ message }) => message),
      ["account.error.usernameBlank"],
      escape(username),
    );
  }
});

Deno.test("interests are normalised, each once", () => {
  assertEquals(
    readInterests(
      " #Jazz, jazz ,  NIGHT   trains\n# Go;\u200b, ｆｕｌｌ width,,",
    ),
    ["jazz", "night trains", "go", "full width"],
  );
  assertEquals(
    readInterests("音楽、映画，旅行;＃書；موسيقى، سفر\r\nJAZZ • \u200b، ＃ #"),
    ["音楽", "映画", "旅行", "書", "موسيقى", "سفر", "jazz"],
  );
});

Deno.test("a profile has at most 10 interests, each of 30 characters", () => {
  const form = (interests: string) =>
    profileForm.safeParse({ username: "", interests, languages: [] }).success;
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `tag ${n}`).join(",");
  assertEquals(form(many(10)), true);
  assertEquals(form(many(11)), false);
  assertEquals(form("x".repeat(30)), true);
  assertEquals(form("x".repeat(31)), false);
});

Deno.test("a profile field may be empty, and what cannot be seen is dropped", () => {
  const parsed = profileForm.parse({
    username: " \u202eAda\u0000  Byron ",
    interests: "",
    languages: ["en"],
  });
  assertEquals(parsed.username, "Ada Byron");
  assertEquals(
    profileForm.parse({ ...parsed, username: " ", interests: "" }).username,
    null,
  );
  assertEquals(
    profileForm.safeParse({ username: "", interests: "", languages: ["xx"] })
      .success,
    false,
  );
});

Deno.test("a contact address is one mail address", () => {
  const good = (address: string) => contactForm.safeParse({ address }).success;
  for (
    const address of [
      "Ada@Example.org ",
      "o&m@example.org",
      "a/b=c@example.org",
      "info@müller.example",
      "用户@例子.广告",
    ]
  ) {
    assertEquals(good(address), true, address);
  }
  const address = "İpek.ÅSA@Example.org";
  assertEquals(contactForm.parse({ address }), {
    address: "İpek.Åsa@example.org",
  });
  for (
    const bad of ["", "ada", "a@b", "a@b.org, c@d.org", "a@b.org\nBcc: x@y.org"]
  ) {
    assertEquals(good(bad), false, bad);
  }
});
