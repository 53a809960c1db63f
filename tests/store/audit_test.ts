import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { AUDIT_EXEMPTIONS, type Write } from "../../lib/store/mod.ts";
import { entry, ruling, rulings, trail } from "./helpers/audited.ts";
import {
  onEveryBackend,
  type Opened,
  withBackend,
} from "./helpers/backends.ts";
import { notes } from "./helpers/collections.ts";
import { note } from "./helpers/notes.ts";

const SAYS = "Cannot commit: rulings is audited and the write carries no entry";

async function keysIn({ store }: Opened): Promise<string[]> {
  const { kv } = store[KV_CLIENT];
  return (await Array.fromAsync(kv.list({ prefix: [] })))
    .map(({ key }) => JSON.stringify(key));
}

async function given({ store, clock }: Opened) {
  const value = ruling(clock.now());
  const made = store.write().create(rulings, value)
    .audit(trail, entry("ruled", clock.now()));
  assert((await made.commit()).ok);
  return (await store.get(rulings, [value.id]))!;
}

/** What a room can do to an audited record. */
const CHANGES = ["create", "add", "put", "replace", "remove"] as const;

for (const change of CHANGES) {
  onEveryBackend(
    `an audited record takes no ${change} without its entry`,
    async (opened) => {
      const { store, clock } = opened;
      const found = await given(opened);
      const before = await keysIn(opened);
      const next = ruling(clock.now(), { text: "banned" });
      const write = changed(store.write(), change, found, next);
      write.add(notes, note(clock.now()));
      await assertRejects(() => write.commit(), TypeError, SAYS);
      assertEquals(await keysIn(opened), before, "nothing was sent");
      write.audit(trail, entry(change, clock.now()));
      assert((await write.commit()).ok, "with its entry it passes");
      const entries = await Array.fromAsync(store.each(trail));
      assertEquals(
        entries.map(({ value }) => value.did).sort(),
        [
          change,
          "ruled",
        ].sort(),
      );
    },
  );
}

function changed(
  write: Write,
  change: typeof CHANGES[number],
  found: Awaited<ReturnType<typeof given>>,
  next: ReturnType<typeof ruling>,
): Write {
  switch (change) {
    case "create":
      return write.create(rulings, next);
    case "add":
      return write.add(rulings, next);
    case "put":
      return write.put(null, rulings, next);
    case "replace":
      return write.replace(found, { ...found.value, text: next.text });
    case "remove":
      return write.remove(found);
  }
}

onEveryBackend(
  "chunks of an audited record are not sent ahead without its entry",
  async (opened) => {
    const { store, clock } = opened;
    const value = {
      ...ruling(clock.now()),
      image: new Uint8Array(700_000),
    };
    const write = store.write().add(rulings, value);
    await assertRejects(() => write.commit(), TypeError, SAYS);
    assertEquals(await keysIn(opened), []);
  },
);

onEveryBackend(
  "transact refuses an audited change without its entry, and tries once",
  async ({ store, clock }) => {
    let tries = 0;
    await assertRejects(
      () =>
        store.transactOrThrow("rule", (write) => {
          tries++;
          write.add(rulings, ruling(clock.now()));
        }),
      TypeError,
      SAYS,
    );
    assertEquals(tries, 1);
  },
);

onEveryBackend(
  "an entry and what it tells of come together or not at all",
  async (opened) => {
    const { store, clock } = opened;
    const found = await given(opened);
    const late = () =>
      store.write().replace(found, { ...found.value, text: "banned" })
        .audit(trail, entry("banned", clock.now()));
    assert((await late().commit()).ok);
    assertEquals((await late().commit()).ok, false);
    const entries = await Array.fromAsync(store.each(trail));
    assertEquals(entries.length, 2);
  },
);

onEveryBackend(
  "looking at an audited record needs no entry",
  async (opened) => {
    const { store, clock } = opened;
    const found = await given(opened);
    const write = store.write().unchanged(found)
      .absent(rulings, ["another"])
      .add(notes, note(clock.now()));
    assert((await write.commit()).ok);
  },
);

onEveryBackend(
  "S03: an entry is never changed, removed or added by the back way",
  async (opened) => {
    const { store, clock } = opened;
    await given(opened);
    const [found] = await Array.fromAsync(store.each(trail));
    const next = entry("nothing", clock.now());
    const says = "Cannot change trail: it is an audit trail";
    const ways: ((write: Write) => Write)[] = [
      (write) => write.replace(found, next),
      (write) => write.remove(found),
      (write) => write.add(trail, next),
      (write) => write.create(trail, next),
      (write) => write.put(found, trail, next),
      (write) => write.put(null, trail, next),
    ];
    for (const way of ways) {
      assertThrows(() => way(store.write()), TypeError, says);
    }
  },
);

onEveryBackend(
  "an entry cannot take the place of another one",
  async ({ store, clock }) => {
    const same = { ...entry("ruled", clock.now()), id: "same" };
    const write = () =>
      store.write().add(rulings, ruling(clock.now())).audit(trail, same);
    assert((await write().commit()).ok);
    assertEquals((await write().commit()).ok, false);
  },
);

Deno.test("an ordinary record is no entry", async () => {
  await withBackend(":memory:", ({ store, clock }) => {
    assertThrows(
      () => store.write().audit(notes, note(clock.now())),
      TypeError,
      "Cannot audit: notes is no audit trail",
    );
    return Promise.resolve();
  });
});

Deno.test("each exemption from an entry says why", () => {
  for (const reason of Object.values(AUDIT_EXEMPTIONS)) {
    assert(reason.length > 20, reason);
  }
});
