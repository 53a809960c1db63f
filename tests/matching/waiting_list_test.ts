import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
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

const who = fc.nat({ max: 7 });

/** What may happen to a list, as the matcher does it. */
type Step =
  | { do: "note" | "remove"; who: number }
  | { do: "pair" | "clear" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("note" as const), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("remove" as const), who }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("pair" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const) }) },
);

Deno.test("whatever happens, nobody is in two pairs, nor with whom they are apart from", () => {
  const blocked = (one: number, other: number) => (one + other) % 3 === 0;
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const list = new WaitingList();
    const known = new Set<string>();
    for (const one of steps) {
      if (one.do === "note") {
        list.note(entryOf(`p${one.who}`));
        known.add(`p${one.who}`);
      } else if (one.do === "remove") {
        list.remove(accountNamed(`p${one.who}`));
        known.delete(`p${one.who}`);
      } else if (one.do === "clear") {
        list.clear();
        known.clear();
      } else {
        pairAllOf(list, known, blocked);
      }
      assertEquals(list.size, known.size);
    }
  }));
});

Deno.test("who is kept apart is with somebody else, and each other's only anew", () => {
  const list = listOf(entryOf("ada"), entryOf("ben"));
  const [pair] = list.takePairs(NOW);
  list.release([pair]);
  list.keepApart(pair);
  for (const { stored } of pair) list.note(stored);
  assertEquals(namesIn(list), []);
  list.note(entryOf("cleo"));
  assertEquals(namesIn(list), ["ada+cleo"]);
  list.remove(accountNamed("ben"));
  list.release([pair]);
  list.note(entryOf("ben"));
  list.note(entryOf("ada"));
  assertEquals(namesIn(list), ["ben+ada"]);
});

Deno.test("with another leader nothing is known of who is apart", () => {
  const list = listOf(entryOf("ada"), entryOf("ben"));
  const [pair] = list.takePairs(NOW);
  list.release([pair]);
  list.keepApart(pair);
  list.clear();
  for (const { stored } of pair) list.note(stored);
  assertEquals(namesIn(list), ["ada+ben"]);
});

/** Takes pairs until there are none, as the matcher does with blocks. */
function pairAllOf(
  list: WaitingList,
  known: Set<string>,
  blocked: (one: number, other: number) => boolean,
): void {
  for (let round = 0;; round++) {
    assert(round < 100, "it goes round and round");
    const pairs = list.takePairs(NOW);
    if (pairs.length === 0) return;
    const names = pairs.flat().map(({ accountId }) => accountId);
    assertEquals(new Set(names).size, names.length);
    for (const pair of pairs) {
      const [one, other] = pair.map(({ accountId }) =>
        Number(accountId.slice(1))
      );
      list.release([pair]);
      if (blocked(one, other)) {
        list.keepApart(pair);
        for (const { stored } of pair) list.note(stored);
      } else {
        for (const { accountId } of pair) {
          list.remove(accountId);
          known.delete(accountId);
        }
      }
    }
  }
}
