import { assertEquals } from "@std/assert";
import {
  currentDocument,
  DOCUMENTS,
  outdatedIn,
  REQUIRED,
  versionsOf,
} from "../../lib/consent/mod.ts";

Deno.test("versions of a text are numbered without a gap, the newest in force", () => {
  for (const slug of REQUIRED) {
    const numbers = versionsOf(slug).map(({ version }) => version);
    const expected = numbers.map((_, n) => numbers.length - n);
    assertEquals(numbers, expected);
    assertEquals(currentDocument(slug).version, numbers[0]);
  }
});

Deno.test("P39: only a version in force has tables that the software makes", () => {
  for (const document of DOCUMENTS) {
    const made = document.body.flatMap(({ blocks }) => blocks)
      .some(({ kind }) => kind === "generated");
    const current = currentDocument(document.slug) === document;
    assertEquals(made && !current, false, `${document.slug}`);
  }
});

Deno.test("P39: whoever agreed to older words must agree anew, and to those only", () => {
  const rules = { document: "rules", version: 1 } as const;
  const privacy = (version: number) =>
    ({ document: "privacy", version }) as const;
  assertEquals(outdatedIn([rules, privacy(2)]), []);
  assertEquals(outdatedIn([privacy(1), rules, privacy(2)]), []);
  assertEquals(outdatedIn([rules, privacy(1)]), [
    { slug: "privacy", accepted: 1 },
  ]);
  assertEquals(outdatedIn([privacy(0), rules, privacy(1)]), [
    { slug: "privacy", accepted: 1 },
  ]);
  assertEquals(outdatedIn([privacy(1), rules, privacy(0)]), [
    { slug: "privacy", accepted: 1 },
  ]);
  assertEquals(outdatedIn([]).map(({ slug }) => slug), [...REQUIRED]);
});
