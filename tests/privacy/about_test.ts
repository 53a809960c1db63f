import { assert, assertEquals } from "@std/assert";
import {
  buildRegister,
  type PersonExport,
  policyTable,
  registry,
} from "../../lib/data_map/mod.ts";
import { kindName, periodText, translator } from "../../lib/i18n/mod.ts";
import { aboutCopy } from "../../lib/privacy/about.ts";

const t = translator();
const AT = Date.UTC(2026, 10, 23, 12, 34, 56, 789);

const register = buildRegister(registry);
const table = policyTable(registry);

/** What a copy of these kinds of data says about itself. */
function about(...names: string[]) {
  const copy: PersonExport = {
    subjectId: "a".repeat(26),
    at: AT,
    collections: names.map((name) => ({
      name,
      about: "",
      purpose: "",
      basis: "",
      records: [],
    })),
  };
  return aboutCopy(copy, { register, table }, t);
}

function answersTo(article: string, ...names: string[]): string[] {
  const found = about(...names).answers.filter((one) =>
    one.article === `15(1)(${article})`
  );
  assertEquals(found.length, 1, article);
  return found[0].text;
}

/** What somebody has who came for the first time. */
const NEW = ["accounts", "consents", "sessions"];

Deno.test("P04: each point of Article 15(1) and (2) is answered once, in the law's order", () => {
  const articles = about(...NEW).answers.map(({ article }) => article);
  assertEquals(articles, [
    ...[..."abcdefgh"].map((point) => `15(1)(${point})`),
    "15(2)",
  ]);
});

Deno.test("P04: every answer has a title of its own and says something", () => {
  const { answers } = about(...NEW);
  const titles = answers.map(({ title }) => title);
  assertEquals(new Set(titles).size, titles.length);
  for (const { article, text } of answers) {
    assert(text.length > 0 && text.every((one) => one.trim()), article);
  }
});

Deno.test("P04: the kinds of data are those that are kept about this person, and no others", () => {
  const kinds = answersTo("b", ...NEW);
  assertEquals(
    kinds.toSorted(),
    NEW.map((name) => kindName(t, name)).toSorted(),
  );
  assertEquals(answersTo("b", "profiles"), [kindName(t, "profiles")]);
});

Deno.test("P04: each kind says how long it is kept, as the policy does", () => {
  const periods = answersTo("d", ...NEW);
  assertEquals(periods.length, NEW.length);
  for (const name of NEW) {
    const { keep } = table.find(({ collection }) => collection === name)!;
    const line = `${kindName(t, name)}: ${periodText(t, keep)}`;
    assert(periods.includes(line), line);
  }
});

Deno.test("P04: a purpose stands once, with the ground that it rests on", () => {
  const purposes = answersTo("a", ...NEW);
  assertEquals(new Set(purposes).size, purposes.length);
  for (const purpose of purposes) assert(/\(.+\)$/.test(purpose), purpose);
  // Nothing is kept for these purposes about somebody who is new.
  const more = answersTo("a", ...NEW, "profiles");
  assertEquals(more.length, purposes.length + 1);
});

Deno.test("P04: who receives data stands once, however many kinds they receive", () => {
  const recipients = answersTo("c", ...registry.map(({ name }) => name));
  assert(recipients.length > 0);
  assertEquals(new Set(recipients).size, recipients.length);
});

Deno.test("P04: somebody of whom nothing is kept is told of no purpose and no kind", () => {
  for (const point of ["a", "b", "c", "d"]) {
    assertEquals(answersTo(point), [], point);
  }
  // Rights and complaint are everybody's.
  assertEquals(answersTo("e").length, 1);
  assertEquals(answersTo("f").length, 1);
});

Deno.test("P04: a copy says when it was made, about whom, and by whom", () => {
  const { format, madeAt, subjectId, controller } = about(...NEW);
  assertEquals([format, madeAt, subjectId], [
    "millo-copy-1",
    "2026-11-23T12:34:56.789Z",
    "a".repeat(26),
  ]);
  assertEquals(controller, register.controller);
});
