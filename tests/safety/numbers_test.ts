import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { newSecret } from "../../lib/kernel/mod.ts";
import {
  caseNumberFrom,
  readCaseNumber,
  readReferenceNumber,
  referenceNumber,
} from "../../lib/safety/numbers.ts";

const CASE = "MC-7K3F-Q2ZD";
const REPORT = "RN-9D2H-4T6W-0QKM-2XZV";

/** Ways in which a number comes back from a mail, a phone or a photo. */
function waysToType(number: string): string[] {
  const fullWidth = (text: string) =>
    text.replace(
      /[0-9A-Z-]/g,
      (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0),
    );
  const arabic = (text: string) =>
    text.replace(/[0-9]/g, (one) => String.fromCodePoint(0x660 + Number(one)));
  return [
    number,
    number.toLowerCase(),
    number.replaceAll("-", ""),
    number.replaceAll("-", " "),
    number.replaceAll("-", "–"),
    ` ${number}\n`,
    `#${number}.`,
    fullWidth(number),
    arabic(number),
    number.replaceAll("0", "O"),
    number.slice(0, 3) + number.slice(3).replaceAll("0", "o"),
  ];
}

Deno.test("the number of a case is read however it is typed", () => {
  for (const typed of waysToType(CASE)) {
    assertEquals(readCaseNumber(typed), CASE, typed);
  }
  assertEquals(readCaseNumber("MC-OO1I-lLiQ"), "MC-0011-111Q");
  for (let n = 0; n < 50; n++) {
    const number = caseNumberFrom(newSecret());
    assertMatch(number, /^MC-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assertEquals(readCaseNumber(number), number);
  }
});

Deno.test("what names a case may be left out, since it stands before each", () => {
  assertEquals(readCaseNumber("7K3F-Q2ZD"), CASE);
  assertEquals(readCaseNumber("7k3f q2zd"), CASE);
});

Deno.test("what cannot be the number of a case is none", () => {
  const odd = [
    "",
    "MC",
    "7K3F-Q2Z",
    "RN-7K3F-Q2ZD",
    "MC-7K3F-Q2Z",
    "MC-7K3F-Q2ZDX",
    "MC-7K3F-Q2ZU",
    "MC-7K3F-Ж2ZD",
  ];
  for (const typed of odd) assertEquals(readCaseNumber(typed), null, typed);
});

Deno.test("the number of a report or a decision is read with its kind", () => {
  for (const typed of waysToType(REPORT)) {
    assertEquals(readReferenceNumber(typed), {
      kind: "report",
      number: REPORT,
    }, typed);
  }
  const decision = REPORT.replace("RN", "SN");
  assertEquals(readReferenceNumber(decision), {
    kind: "decision",
    number: decision,
  });
  for (const typed of ["", "RN", CASE, REPORT.slice(0, -1), `${REPORT}X`]) {
    assertEquals(readReferenceNumber(typed), null, typed);
  }
});

Deno.test("a number is the server's own: the same each time, and another for each thing", async () => {
  /** As if the key were in it: what matters here is what goes in. */
  const keys = {
    async digest(text: string) {
      const bytes = new TextEncoder().encode(text);
      const hash = await crypto.subtle.digest("SHA-256", bytes);
      return new Uint8Array(hash).toHex();
    },
  };
  const made = await referenceNumber(keys, "report", "r1");
  assertEquals(await referenceNumber(keys, "report", "r1"), made);
  assertNotEquals(await referenceNumber(keys, "report", "r2"), made);
  const decision = await referenceNumber(keys, "decision", "r1");
  assertNotEquals(decision.slice(3), made.slice(3));
  assertEquals(readReferenceNumber(made), { kind: "report", number: made });
  assertEquals(readReferenceNumber(decision), {
    kind: "decision",
    number: decision,
  });
});
