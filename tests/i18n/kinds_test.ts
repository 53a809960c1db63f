import { assert, assertEquals } from "@std/assert";
import { registry } from "../../lib/data_map/mod.ts";
import {
  kindName,
  periodText,
  purposeText,
  translator,
} from "../../lib/i18n/mod.ts";
import { en } from "../../lib/i18n/messages/en.ts";
import { type Purpose, PURPOSES } from "../../lib/store/mod.ts";

const t = translator();
const personal = registry.filter(({ plan }) => plan.roles.length > 0);

Deno.test("each kind of data that is about people has a name of its own", () => {
  const names = personal.map(({ name }) => kindName(t, name));
  assertEquals(new Set(names).size, personal.length);
  // It is said to the person: never "a person".
  assertEquals(names.filter((name) => /\ba person\b/i.test(name)), []);
});

Deno.test("no kind is named that is not kept", () => {
  const named = Object.keys(en).filter((key) => key.startsWith("kind."));
  const kept = personal.map(({ name }) => `kind.${name}`);
  assertEquals(named.toSorted(), kept.toSorted());
});

Deno.test("a kind without a name goes by its technical one", () => {
  assertEquals(kindName(t, "verdicts"), "verdicts");
  assertEquals(kindName(t, "constructor"), "constructor");
});

Deno.test("each purpose is said to the person", () => {
  for (const purpose of Object.keys(PURPOSES) as Purpose[]) {
    assert(purposeText(t, purpose).startsWith("To "), purpose);
  }
});

Deno.test("a period is said in the largest unit that is exact", () => {
  const at = { from: "at" };
  assertEquals(
    [
      periodText(t, { days: 365, ...at }),
      periodText(t, { days: 3 * 365, ...at }),
      periodText(t, { days: 366, ...at }),
      periodText(t, { days: 1, ...at }),
      periodText(t, { minutes: 60, ...at }),
      periodText(t, { minutes: 120, ...at }),
      periodText(t, { minutes: 90, ...at }),
      periodText(t, { minutes: 1, ...at }),
    ],
    [
      "1 year",
      "3 years",
      "366 days",
      "1 day",
      "1 hour",
      "2 hours",
      "90 minutes",
      "1 minute",
    ],
  );
});

Deno.test("a period says from when it counts", () => {
  const since = (from: string) =>
    periodText(t, { days: 30, from }).replace("30 days ", "");
  assertEquals(since("seenDay"), "after the last visit");
  assertEquals(since("hour"), "after that hour");
  assertEquals(since("until"), "after it has ended");
  assertEquals(since("startedAt"), "after it began");
  assertEquals(since("usedAt"), "after it was last used");
  assertEquals(periodText(t, { days: 30, from: "at" }), "30 days");
});

Deno.test("nobody is told a period in thousands of days", () => {
  for (const { name, spec: { privacy } } of personal) {
    const text = "subjects" in privacy ? periodText(t, privacy.keep) : "";
    assert(!/\d{3,} days/.test(text), `${name}: ${text}`);
  }
});
