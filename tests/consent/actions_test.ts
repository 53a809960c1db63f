import { assertEquals } from "@std/assert";
import {
  accept,
  agreedLocaleOf,
  currentDocument,
  REQUIRED,
} from "../../lib/consent/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

Deno.test("the language of a person is the one in which they agreed last", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const accountId = newAccountId();
  const shown = REQUIRED.map((slug) => currentDocument(slug));
  const agree = (locale: string) =>
    accept(store, {
      ...{ accountId, locale, surface: "/consent", now: clock.now() },
    }, shown);
  assertEquals(await agreedLocaleOf(store, accountId), null);
  await agree("en-XA");
  assertEquals(await agreedLocaleOf(store, accountId), "en-XA");
  clock.pass(1);
  await agree("en-US");
  assertEquals(await agreedLocaleOf(store, accountId), "en-US");
  assertEquals(await agreedLocaleOf(store, newAccountId()), null);
  await store.close();
});
