import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  challengeIn,
  codeFrom,
  readCode,
  writtenCode,
} from "../../lib/credentials/mod.ts";
import { newSecret } from "../../lib/kernel/mod.ts";

const WRITTEN = "1YCXB-8Z4AR-Z07XA-HKW51-9B5G1-98MFE";
const CODE = codeFrom("1ycxb8z4arz07xahkw519b5g198mfe");

Deno.test("a code is written in six groups of five, and read back", () => {
  assertEquals(writtenCode(CODE), WRITTEN);
  assertEquals(readCode(WRITTEN), CODE);
  for (let n = 0; n < 50; n++) {
    const code = codeFrom(newSecret());
    assertMatch(writtenCode(code), /^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
    assertEquals(readCode(writtenCode(code)), code);
  }
});

Deno.test("a code is the same however it is typed", () => {
  const typed = [
    WRITTEN.toLowerCase(),
    WRITTEN.replaceAll("-", ""),
    WRITTEN.replaceAll("-", " "),
    WRITTEN.replaceAll("-", "–"),
    WRITTEN.replaceAll("-", "−"),
    WRITTEN.replaceAll("-", "ー"),
    ` ${WRITTEN}\n`,
    // Letters that nobody tells from digits.
    WRITTEN.replaceAll("1", "I").replaceAll("0", "O"),
    WRITTEN.replaceAll("1", "l").replaceAll("0", "o"),
    // Full width, and other digits.
    WRITTEN.replace(
      /[0-9A-Z]/g,
      (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0),
    ),
    WRITTEN.replace(/[0-9]/g, (c) => String.fromCodePoint(0x660 + Number(c))),
  ];
  for (const one of typed) assertEquals(readCode(one), CODE, one);
});

Deno.test("what cannot be a code is none", () => {
  const odd = [
    "",
    WRITTEN.slice(1),
    `${WRITTEN}1`,
    WRITTEN.replace("X", "U"),
    WRITTEN.replace("X", "!"),
    WRITTEN.replace("X", "Ж"),
    "-".repeat(30),
  ];
  for (const one of odd) assertEquals(readCode(one), null, one);
});

Deno.test("the question in an answer is read, and nonsense answers none", () => {
  const said = (value: unknown) =>
    new TextEncoder().encode(JSON.stringify(value))
      .toBase64({ alphabet: "base64url", omitPadding: true });
  assertEquals(challengeIn(said({ challenge: "abc" })), "abc");
  for (
    const odd of [
      "",
      "not base64!",
      said({}),
      said({ challenge: 5 }),
      said(null),
      said("abc"),
      new TextEncoder().encode("{").toBase64(),
    ]
  ) {
    assertEquals(challengeIn(odd), "", odd);
  }
  assert(challengeIn(said({ challenge: "" })) === "");
});
