import { assertEquals } from "@std/assert";
import { AGAIN_AFTER } from "../../lib/matching/mod.ts";
import type { StoredQueueEntry } from "../../lib/matching/queue_entries.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { WaitingList } from "../../lib/matching/waiting_list.ts";
import { accountNamed } from "../helpers/ids.ts";

const NOW = 1_000_000;

interface Entry {
  waitingSince?: number | null;
  lastCall?: string | null;
  version?: string;
}

function entryOf(
  name: string,
  { waitingSince = NOW, lastCall = null, version = "1" }: Entry = {},
): StoredQueueEntry {
  const accountId = accountNamed(name);
  return {
    collection: queueEntries,
    key: [accountId],
    value: {
      accountId,
      instance: "i".repeat(26),
      askedAt: NOW,
      waitingSince,
      call: waitingSince === null ? "c".repeat(26) : null,
      lastCall,
    },
    version,
  };
}

function listOf(...entries: StoredQueueEntry[]): WaitingList {
  const list = new WaitingList();
  for (const entry of entries) list.note(entry);
  return list;
}

function namesIn(list: WaitingList, now = NOW): string[] {
  return list.takePairs(now)
    .map((pair) => pair.map(({ accountId }) => accountId).join("+"));
}

Deno.test("two who are noted are a pair, and then they wait no more", () => {
  const list = listOf(entryOf("ada"), entryOf("ben"), entryOf("cleo"));
  assertEquals(list.size, 3);
  assertEquals(namesIn(list), ["ada+ben"]);
  assertEquals([list.size, namesIn(list)], [1, []]);
});

Deno.test("whoever is in a call is not noted", () => {
  assertEquals(listOf(entryOf("ada", { waitingSince: null })).size, 0);
});

Deno.test("a later version takes the place of the earlier, once", () => {
  const list = listOf(entryOf("ada"), entryOf("ada", { version: "2" }));
  list.note(entryOf("ben"));
  const [[ada]] = list.takePairs(NOW);
  assertEquals([ada.stored.version, list.size], ["2", 0]);
});

Deno.test("a scan does not bring back whoever is being paired", () => {
  const list = listOf(entryOf("ada"), entryOf("ben"));
  const pairs = list.takePairs(NOW);
  list.note(entryOf("ada"));
  assertEquals(list.size, 0);
  list.release(pairs);
  list.note(entryOf("ada"));
  assertEquals(list.size, 1);
});

Deno.test("whoever left, and everybody once another leads, waits no more", () => {
  const list = listOf(entryOf("ada"), entryOf("ben"), entryOf("cleo"));
  list.remove(accountNamed("ada"));
  list.remove(accountNamed("nobody"));
  assertEquals(list.size, 2);
  list.clear();
  assertEquals(list.size, 0);
});

Deno.test("two who just met are a chance later, and nobody else is", () => {
  const lastCall = "l".repeat(26);
  const met = listOf(
    entryOf("ada", { lastCall }),
    entryOf("ben", { lastCall }),
  );
  assertEquals(namesIn(met), []);
  assertEquals(met.nextChance(NOW), NOW + AGAIN_AFTER);
  assertEquals(namesIn(met, NOW + AGAIN_AFTER), ["ada+ben"]);
  assertEquals(met.nextChance(NOW + AGAIN_AFTER), null);
});
