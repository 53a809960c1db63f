import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { ErasurePage } from "../../components/pages/account/ErasurePage.tsx";
import { ReceiptPage } from "../../components/pages/account/ReceiptPage.tsx";
import { translator } from "../../lib/i18n/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { receiptView } from "../../lib/privacy/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import { notes } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { withWorld, type World, worldCollections } from "./helpers/world.ts";

const t = translator("en");
const NUMBER = subjectHashOf(ANN);

const abouts = Object.fromEntries(
  worldCollections.map(({ name, spec }) => [name, spec.about]),
);

/** All that Ann can see of her erasure: before it, and after it. */
interface Seen {
  plan: string;
  receipt: string;
  copy: string;
}

/** What Ann sees in a world where somebody may hold what is about her. */
async function seen(place: (world: World) => Promise<void>): Promise<Seen> {
  let all: Seen = { plan: "", receipt: "", copy: "" };
  await withWorld(async (world) => {
    const { store, clock, map } = world;
    await settle(store, ANN, BOB, clock.now());
    await settle(store, BOB, ANN, clock.now());
    clock.pass(DAY);
    await place(world);
    await map.sweep({ dry: false });
    const plan = await map.planForPerson(ANN);
    const copy = JSON.stringify(await map.export(ANN))
      .replaceAll(/person-[0-9a-f]+/g, "person");
    await map.erase(ANN);
    const receipt = (await map.receiptForPerson(NUMBER))!;
    const page = { t, locale: "en", plan, abouts, receipt: NUMBER };
    const view = receiptView(map.collections, NUMBER, receipt);
    all = {
      plan: renderToString(<ErasurePage {...page} />),
      receipt: renderToString(<ReceiptPage t={t} receipt={view} />),
      copy,
    };
  });
  return all;
}

const FREE = () => Promise.resolve();

/** Each hold that could be told by a page. */
const HOLDS: Record<string, (world: World) => Promise<void>> = {
  "a hold on the person": async ({ map, clock }) => {
    const until = clock.now() + 90 * DAY;
    await map.hold(ANN, { reason: "an order", until });
  },
  "a hold on somebody in the same records": async ({ map, clock }) => {
    const until = clock.now() + 90 * DAY;
    await map.hold(BOB, { reason: "an order", until });
  },
  "two holds": async ({ map, clock }) => {
    for (const id of [ANN, BOB]) {
      const until = clock.now() + 900 * DAY;
      await map.hold(id, { reason: "an order", until });
    }
  },
  "a hold that was released": async ({ map, clock }) => {
    const until = clock.now() + 90 * DAY;
    const id = await map.hold(ANN, { reason: "an order", until });
    await map.release(ANN, id);
  },
};

for (const [name, place] of Object.entries(HOLDS)) {
  Deno.test(`pages, receipt and copy do not tell of ${name}`, async () => {
    assertEquals(await seen(place), await seen(FREE));
  });
}

Deno.test("the pages say to everybody that the law may make us keep something", async () => {
  const { plan, receipt } = await seen(FREE);
  for (const html of [plan, receipt]) {
    assertStringIncludes(html, t("account.erasure.law"));
  }
});

Deno.test("a declared keep is told with its reason, its end and its records", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const { kept, tallies } = await map.planForPerson(ANN);
    assertEquals(kept, [{
      collection: "verdicts",
      reason: "a ban must outlive the account",
      until: clock.now() + 30 * DAY,
      count: 1,
    }]);
    assertEquals(tallies.verdicts, { deleted: 0, unlinked: 0, kept: 1 });
    assertEquals(tallies.notes, { deleted: 12, unlinked: 0, kept: 0 });
  });
});

Deno.test("what only a hold keeps past its end is not shown", async () => {
  await withWorld(async ({ store, clock, map }) => {
    const old = note(clock.now(), { author: ANN, about: null });
    assert((await store.write().add(notes, old).commit()).ok);
    const until = clock.now() + 900 * DAY;
    await map.hold(ANN, { reason: "an order", until });
    clock.pass(11 * DAY);
    await map.sweep({ dry: false });
    assertEquals(await map.planForPerson(ANN), { tallies: {}, kept: [] });
    await map.erase(ANN);
    const receipt = (await map.receiptForPerson(NUMBER))!;
    assertEquals([receipt.step, receipt.tallies], ["removed", {}]);
  });
});

Deno.test("a receipt goes on saying the same when a hold is lifted", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const until = clock.now() + 90 * DAY;
    const id = await map.hold(ANN, { reason: "an order", until });
    assertEquals((await map.erase(ANN)).state, "held");
    const before = await map.receiptForPerson(NUMBER);
    await map.release(ANN, id);
    assertEquals((await map.receipt(NUMBER))?.step, "removed");
    assertEquals(await map.receiptForPerson(NUMBER), before);
  });
});

Deno.test("nobody's receipt is none", async () => {
  await withWorld(async ({ map }) => {
    assertEquals(await map.receiptForPerson(NUMBER), null);
  });
});

Deno.test("what is told of a kept record has no place for a hold", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const until = clock.now() + 90 * DAY;
    await map.hold(ANN, { reason: "file 7 of the court", until });
    const inner = await map.plan(ANN);
    assert(inner.kept.every(({ why }) => why.kind === "hold"));
    await map.erase(ANN);
    const told = JSON.stringify([
      await map.planForPerson(ANN),
      await map.receiptForPerson(NUMBER),
      await map.export(ANN),
    ]);
    for (const word of ["hold", "held", "file 7", String(until)]) {
      assertEquals(told.includes(word), false, word);
    }
  });
});
