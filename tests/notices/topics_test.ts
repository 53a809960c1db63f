import { assertEquals } from "@std/assert";
import {
  hasSwitch,
  isWanted,
  TOPIC_NAMES,
  TOPICS,
} from "../../lib/notices/topics.ts";

Deno.test("mail about the account is sent whatever was wished", () => {
  assertEquals([null, true, false].map((wish) => isWanted("account", wish)), [
    true,
    true,
    true,
  ]);
});

Deno.test("answers are mailed until they are turned off", () => {
  assertEquals([null, true, false].map((wish) => isWanted("answers", wish)), [
    true,
    true,
    false,
  ]);
});

Deno.test("news are mailed only once they were turned on", () => {
  assertEquals([null, true, false].map((wish) => isWanted("news", wish)), [
    false,
    true,
    false,
  ]);
});

Deno.test("what rests on consent is off until it is given", () => {
  for (const name of TOPIC_NAMES) {
    const { basis } = TOPICS[name];
    if (basis === "consent") assertEquals(isWanted(name, null), false, name);
    if (basis !== "contract") assertEquals(hasSwitch(name), true, name);
  }
});
