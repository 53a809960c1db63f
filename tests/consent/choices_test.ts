import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  accept,
  CHOICES,
  choicesOf,
  choose,
  currentDocument,
  hasGiven,
  hashOf,
  outdatedTexts,
  saveOptOut,
  signalsGpc,
} from "../../lib/consent/mod.ts";
import { acceptances, consents, optOuts } from "../../lib/consent/records.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { wishesOf } from "../../lib/notices/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

async function openConsent() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const accountId = newAccountId();
  return {
    clock,
    store,
    accountId,
    said: (surface = "/consent") => {
      clock.pass(1000);
      return { accountId, locale: "en", surface, now: clock.now() };
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("who never agreed must agree to every text that is needed", async () => {
  await using here = await openConsent();
  assertEquals(await outdatedTexts(here.store, here.accountId), [
    { slug: "rules", accepted: null },
    { slug: "privacy", accepted: null },
  ]);
});

Deno.test("agreeing to the texts in force is enough, each noted by its words", async () => {
  await using here = await openConsent();
  const texts = [currentDocument("rules"), currentDocument("privacy")];
  await accept(here.store, here.said(), texts);
  assertEquals(await outdatedTexts(here.store, here.accountId), []);
  const { items } = await here.store.all(acceptances, { limit: 9 });
  assertEquals(
    items.map(({ value }) => [value.version, value.textHash]).sort(),
    texts.map((text) => [text.version, hashOf(text)]).sort(),
  );
  for (const { value } of items) assertEquals(value.surface, "/consent");
});

Deno.test("agreeing to one text leaves the other open", async () => {
  await using here = await openConsent();
  await accept(here.store, here.said(), [currentDocument("privacy")]);
  assertEquals(await outdatedTexts(here.store, here.accountId), [
    { slug: "rules", accepted: null },
  ]);
});

Deno.test("an earlier version does not do, and the page can tell which it was", async () => {
  await using here = await openConsent();
  const rules = currentDocument("rules");
  const privacy = currentDocument("privacy");
  const before = { ...privacy, version: privacy.version - 1 };
  await accept(here.store, here.said(), [rules, before]);
  assertEquals(await outdatedTexts(here.store, here.accountId), [
    { slug: "privacy", accepted: privacy.version - 1 },
  ]);
});

Deno.test("one changed word of a text has another name", () => {
  const rules = currentDocument("rules");
  assertNotEquals(
    hashOf(rules),
    hashOf({ ...rules, title: `${rules.title}.` }),
  );
});

Deno.test("every choice is off until it is made, and each stands alone", async () => {
  await using here = await openConsent();
  for (const choice of CHOICES) {
    assertEquals(await hasGiven(here.store, here.accountId, choice), false);
  }
  await choose(here.store, here.said(), "analytics", true);
  assertEquals(await choicesOf(here.store, here.accountId), {
    analytics: true,
    personalisation: false,
    mail: false,
  });
});

Deno.test("a choice is withdrawn as easily, and said again adds no line", async () => {
  await using here = await openConsent();
  for (const given of [true, true, false, false]) {
    assert(await choose(here.store, here.said(), "analytics", given));
  }
  const { items } = await here.store.all(consents, { limit: 9 });
  const ledger = items.map(({ value }) => value)
    .toSorted((a, b) => a.at - b.at).map(({ choice }) => choice);
  assertEquals(ledger, ["given", "withdrawn"]);
  assertEquals((await choicesOf(here.store, here.accountId)).analytics, false);
});

Deno.test("a no that was never a yes is no line of the ledger", async () => {
  await using here = await openConsent();
  await choose(here.store, here.said(), "personalisation", false);
  assertEquals((await here.store.all(consents, { limit: 9 })).items, []);
});

Deno.test("a yes to mail turns on news, and its withdrawal turns them off", async () => {
  await using here = await openConsent();
  const news = async () => (await wishesOf(here.store, here.accountId)).news;
  assertEquals(await news(), false);
  await choose(here.store, here.said(), "mail", true);
  assertEquals(await news(), true);
  await choose(here.store, here.said(), "mail", false);
  assertEquals(await news(), false);
});

Deno.test("nobody's choice is anybody else's", async () => {
  await using here = await openConsent();
  await choose(here.store, here.said(), "analytics", true);
  assertEquals(await hasGiven(here.store, newAccountId(), "analytics"), false);
});

Deno.test("Global Privacy Control is exactly 1, among several too", () => {
  const sent = (value: string) => signalsGpc(new Headers({ "sec-gpc": value }));
  for (const yes of ["1", " 1 ", "0, 1", "1, 1"]) {
    assertEquals(sent(yes), true, yes);
  }
  for (const no of ["", "0", "11", "01", "true", "1.0", "1;1"]) {
    assertEquals(sent(no), false, no);
  }
  assertEquals(signalsGpc(new Headers()), false);
});

Deno.test("an opt-out lasts when the signal is no longer sent", async () => {
  await using here = await openConsent();
  const { store, accountId, clock } = here;
  const visit = (sent: "gpc" | "form" | null) =>
    saveOptOut(store, accountId, sent, clock.now());
  assertEquals(await visit(null), false);
  assertEquals((await store.all(optOuts, { limit: 9 })).items, []);
  assertEquals(await visit("gpc"), true);
  assertEquals(await visit(null), true);
  const { items } = await store.all(optOuts, { limit: 9 });
  assertEquals(items.map(({ value }) => value.method), ["gpc"]);
});

Deno.test("of ten requests at once one opt-out is kept", async () => {
  await using here = await openConsent();
  const { store, accountId, clock } = here;
  const answers = await Promise.all(
    Array.from(
      { length: 10 },
      () => saveOptOut(store, accountId, "form", clock.now()),
    ),
  );
  assertEquals(new Set(answers), new Set([true]));
  assertEquals((await store.all(optOuts, { limit: 9 })).items.length, 1);
});

Deno.test("of more lines than are read, the newest say how a choice stands", async () => {
  await using here = await openConsent();
  const { store, accountId } = here;
  for (let n = 0; n < 51; n++) {
    await choose(store, here.said(), "analytics", n % 2 === 0);
  }
  assertEquals(await hasGiven(store, accountId, "analytics"), true);
  await choose(store, here.said(), "analytics", false);
  assertEquals(await hasGiven(store, accountId, "analytics"), false);
});

Deno.test("of more lines than are read, the newest say what was agreed to", async () => {
  await using here = await openConsent();
  const rules = currentDocument("rules");
  const privacy = currentDocument("privacy");
  for (let n = 0; n < 200; n++) {
    await accept(here.store, here.said(), [{ ...rules, version: 0 }]);
  }
  await accept(here.store, here.said(), [rules, privacy]);
  assertEquals(await outdatedTexts(here.store, here.accountId), []);
});

Deno.test("only a yes to mail turns on news", async () => {
  await using here = await openConsent();
  const { store, accountId } = here;
  await choose(store, here.said(), "analytics", true);
  await choose(store, here.said(), "personalisation", true);
  assertEquals((await wishesOf(store, accountId)).news, false);
  await choose(store, here.said(), "mail", true);
  await choose(store, here.said(), "analytics", false);
  assertEquals((await wishesOf(store, accountId)).news, true);
});
