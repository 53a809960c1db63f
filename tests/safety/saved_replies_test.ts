import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { MAX_REPLIES, replyTextForm } from "../../lib/safety/forms.ts";
import {
  fillIn,
  type Fillings,
  findReply,
  placeholdersIn,
  removeReply,
  repliesFor,
  saveReply,
} from "../../lib/safety/mod.ts";
import { hasKnownPlaceholders } from "../../lib/safety/placeholders.ts";
import { actorFor, openSafety, type TestSafety } from "../helpers/safety.ts";

const writer = (deps: TestSafety) =>
  actorFor(deps, ["moderator"], "reply.write");

const WANTED = { id: null, title: "Undressed", text: "You undressed. {rule}" };

Deno.test("a reply of the house is everybody's, one's own nobody else's", async () => {
  await using deps = await openSafety();
  const [ines, jonas] = [await writer(deps), await writer(deps)];
  const house = await saveReply(deps, ines, { ...WANTED, isShared: true });
  const own = await saveReply(deps, ines, { ...WANTED, isShared: false });
  assert(house.ok && own.ok);
  const theirs = await repliesFor(deps.store, jonas);
  assertEquals([theirs.house.length, theirs.own.length], [1, 0]);
  assertEquals(await findReply(deps.store, jonas, own.value.id), null);
  const change = {
    id: own.value.id,
    title: "Mine",
    text: "Now.",
    isShared: true,
  };
  assertEquals(await saveReply(deps, jonas, change), {
    ...{ ok: false, refusal: "unknown" },
  });
  assertEquals(await removeReply(deps, jonas, own.value.id), false);
  assertEquals(await removeReply(deps, jonas, house.value.id), true);
  assertEquals((await repliesFor(deps.store, ines)).house, []);
  assertEquals(await removeReply(deps, jonas, house.value.id), false);
});

Deno.test("a reply is changed in its place, and each change is in the log without its words", async () => {
  await using deps = await openSafety();
  const ines = await writer(deps);
  const made = await saveReply(deps, ines, { ...WANTED, isShared: false });
  assert(made.ok);
  const { id } = made.value;
  const text = "You undressed, and it was recorded.";
  assert(
    (await saveReply(deps, ines, { ...WANTED, id, text, isShared: true }))
      .ok,
  );
  const { house, own } = await repliesFor(deps.store, ines);
  assertEquals([house.map((one) => one.text), own], [[text], []]);
  assert(await removeReply(deps, ines, id));
  const entries = (await Array.fromAsync(deps.store.each(auditEntries)))
    .map(({ value }) => value)
    .filter(({ action }) => action.startsWith("reply."));
  assertEquals(entries.map(({ action }) => action), [
    "reply.add",
    "reply.change",
    "reply.remove",
  ]);
  assert(!JSON.stringify(entries).includes("undressed"));
});

Deno.test("there are so many replies and no more, in the house and for each", async () => {
  await using deps = await openSafety();
  const ines = await writer(deps);
  for (let n = 0; n < MAX_REPLIES; n++) {
    const title = `Reply ${n}`;
    const saved = await saveReply(deps, ines, {
      ...{ ...WANTED, title, isShared: true },
    });
    assert(saved.ok);
  }
  const more = { ...WANTED, isShared: true };
  assertEquals(await saveReply(deps, ines, more), {
    ...{ ok: false, refusal: "full" },
  });
  assert((await saveReply(deps, ines, { ...WANTED, isShared: false })).ok);
  const [first] = (await repliesFor(deps.store, ines)).house;
  const change = {
    id: first.id,
    title: "Other",
    text: "Words.",
    isShared: true,
  };
  assert((await saveReply(deps, ines, change)).ok, "a change needs no room");
});

const NONE: Fillings = {
  measure: null,
  until: null,
  rule: null,
  reports: null,
};

Deno.test("M30: placeholders of the list are filled in, all others stay to be seen", () => {
  const fillings = { ...NONE, rule: "Rule 3", measure: "{until}" };
  for (
    const [text, filled] of [
      ["{rule}", "Rule 3"],
      ["{ rule }.", "Rule 3."],
      ["{rule} {rule}", "Rule 3 Rule 3"],
      ["{until}", "{until}"],
      ["{Rule}", "{Rule}"],
      ["{date}", "{date}"],
      ["{constructor}", "{constructor}"],
      // What is filled in is not read again.
      ["{measure}", "{until}"],
      ["no braces", "no braces"],
      ["{", "{"],
    ]
  ) assertEquals(fillIn(text, fillings), filled);
  assertEquals(placeholdersIn("{a} {b} {a} {}"), ["a", "b", ""]);
  assert(hasKnownPlaceholders("{rule} { until } {measure} {reports}"));
  assert(!hasKnownPlaceholders("{rule} {date}"));
});

Deno.test("M30: what may be saved as a reply", () => {
  const given = { title: " A  title ", text: "Words.\r\nMore. {rule}" };
  const read = replyTextForm.parse(given);
  assertEquals(read, {
    ...{ id: null, title: "A title", text: "Words.\nMore. {rule}" },
    shared: false,
  });
  for (
    const [wrong, message] of [
      [{ title: " " }, "admin.reply.error.title"],
      [{ title: "x".repeat(81) }, "admin.reply.error.titleLong"],
      [{ text: " " }, "admin.reply.error.text"],
      [{ text: "On {date}." }, "admin.reply.error.placeholder"],
      [{ text: "x".repeat(2001) }, "report.error.long"],
    ] as const
  ) {
    const refused = replyTextForm.safeParse({ ...given, ...wrong });
    assertEquals(refused.error?.issues.map((one) => one.message), [message]);
  }
});
