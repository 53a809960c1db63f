/**
 * What the store costs beside bare calls to Deno KV that read and write the
 * same keys, on each place where it can lie. Both take turns in one run.
 */
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { z } from "zod";
import { newId, systemClock } from "../../lib/kernel/mod.ts";
import {
  defineCollection,
  openStore,
  type Store,
  type ValueOf,
} from "../../lib/store/mod.ts";
import { tombstoneKey } from "../../lib/store/keys.ts";
import { BACKENDS, withFolder } from "../store/helpers/backends.ts";
import { denokvForTests } from "../store/helpers/denokv.ts";
import { compare, type Pair } from "./helpers/store_turns.ts";

const AT_ONCE = 16;
const RECORDS = 1_000;
const PERSON = newId();
const DAYS_30 = 30 * 86_400_000;

const visits = defineCollection({
  name: "visits",
  about: "A visit of a person",
  schema: z.object({
    id: z.string().length(26),
    person: z.string().length(26),
    from: z.string().nullable(),
    at: z.number().int(),
    seconds: z.number().int(),
  }),
  key: ["id"],
  indexes: { byPerson: ["person", "at"] },
  audited: false,
  fields: {
    id: "id",
    person: "subject",
    from: "given",
    at: "observed",
    seconds: "observed",
  },
  privacy: {
    purpose: "history",
    basis: "contract",
    providers: ["hosting"],
    keep: { days: 30, from: "at" },
    subjects: { visitor: { of: "person", show: "all", erase: "delete" } },
  },
});
type Visit = ValueOf<typeof visits>;

function visit(): Visit {
  const at = systemClock.now();
  return {
    id: newId(),
    person: PERSON,
    from: "the front page",
    at,
    seconds: 9,
  };
}

function pairs(store: Store, ids: readonly string[]): Pair[] {
  const { kv } = store[KV_CLIENT];
  const anyId = () => ids[Math.floor(Math.random() * ids.length)];
  return [
    {
      what: "get",
      calls: 800,
      ours: () => store.get(visits, [anyId()]),
      bare: () => kv.get(["r", "visits", anyId()]),
    },
    {
      what: "write",
      calls: 320,
      ours: () => store.write().create(visits, visit()).commit(),
      bare: () => bareWrite(kv),
    },
    {
      what: "page of 50 by list",
      calls: 48,
      ours: () => store.list(visits, "byPerson", { of: [PERSON], limit: 50 }),
      bare: () => barePage(kv),
    },
    {
      what: "page of 50 by key",
      calls: 160,
      ours: () => store.all(visits, { limit: 50 }),
      bare: () =>
        Array.fromAsync(
          kv.list({ prefix: ["r", "visits"] }, { limit: 50, batchSize: 50 }),
        ),
    },
  ];
}

function bareWrite(kv: Deno.Kv): Promise<unknown> {
  const value = visit();
  const { id, person, at } = value;
  const record = ["r", "visits", id];
  const expireIn = DAYS_30 + 60_000;
  return kv.atomic()
    .check({ key: record, versionstamp: null })
    .check({ key: tombstoneKey(person), versionstamp: null })
    .set(record, { v: value, x: at + DAYS_30 }, { expireIn })
    .set(["i", "visits", "byPerson", person, at, id], 0, { expireIn })
    .set(["s", person, 1, "visits", "visitor", id], 0, { expireIn })
    .commit();
}

async function barePage(kv: Deno.Kv): Promise<unknown> {
  const prefix = ["i", "visits", "byPerson", PERSON];
  const keys: Deno.KvKey[] = [];
  for await (const { key } of kv.list({ prefix }, { limit: 50 })) {
    keys.push(["r", "visits", key.at(-1)!]);
  }
  const batches: Promise<unknown>[] = [];
  for (let at = 0; at < keys.length; at += 10) {
    batches.push(kv.getMany(keys.slice(at, at + 10)));
  }
  return await Promise.all(batches);
}

for (const backend of BACKENDS) {
  await withFolder(async (folder) => {
    const server = backend === "denokv" ? await denokvForTests(folder) : null;
    const at = server?.url ??
      (backend === "a file" ? `${folder}/millo.kv` : ":memory:");
    const store = await openStore({ at, clock: systemClock });
    const ids: string[] = [];
    for (let n = 0; n < RECORDS; n++) {
      const value = visit();
      ids.push(value.id);
      await store.write().create(visits, value).commit();
    }
    for (const pair of pairs(store, ids)) {
      await compare(backend, pair, 1);
      await compare(backend, pair, AT_ONCE);
    }
    await store.close();
    await server?.stop();
  });
}
Deno.exit(0);
