import { assert, assertEquals, assertRejects } from "@std/assert";
import { accounts, devices, sessions } from "../../lib/accounts/records.ts";
import { findSession } from "../../lib/accounts/mod.ts";
import { agePasses } from "../../lib/age/records.ts";
import { enrol, type Enrolment } from "../../lib/app/mod.ts";
import {
  choicesOf,
  currentDocument,
  outdatedTexts,
} from "../../lib/consent/mod.ts";
import { acceptances, consents, optOuts } from "../../lib/consent/records.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { wishesOf } from "../../lib/notices/mod.ts";
import { openStore, shareStore, type Store } from "../../lib/store/mod.ts";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { TestClock } from "../helpers/clock.ts";

const BROWSER = "b".repeat(64);

/** What somebody agrees to who wants nothing besides. */
const PLAIN: Enrolment = {
  browser: BROWSER,
  device: null,
  mark: "f".repeat(64),
  locale: "en-US",
  surface: "/consent",
  agreed: [currentDocument("rules"), currentDocument("privacy")],
  chosen: [],
  optOut: null,
};

interface Door {
  store: Store;
  clock: TestClock;
}

/** A store in which one browser has passed the gate. */
async function withDoor(work: (door: Door) => Promise<void>): Promise<void> {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const passed = await store.write().add(agePasses, {
    browser: BROWSER,
    method: "self-declared",
    passed: true,
    ref: null,
    expiresAt: clock.now() + DAY,
  }).commit();
  assert(passed.ok);
  try {
    await work({ store, clock });
  } finally {
    await store.close();
  }
}

/** How many records there are of what an enrolment writes. */
async function counts(store: Store): Promise<Record<string, number>> {
  const kinds = { accounts, sessions, devices, acceptances, consents, optOuts };
  const found: Record<string, number> = {};
  for (const [name, collection] of Object.entries(kinds)) {
    found[name] =
      (await store.all(collection as typeof accounts, { limit: 50 }))
        .items.length;
  }
  return found;
}

Deno.test("an account begins with a session, and with both texts in the ledger", async () => {
  await withDoor(async ({ store, clock }) => {
    const enrolled = await enrol({ store, clock }, PLAIN);
    assert(enrolled.ok);
    const { accountId, token } = enrolled.value;
    const member = await findSession(
      store,
      token,
      clock.now(),
      () => Promise.resolve(),
    );
    assertEquals(member?.accountId, accountId);
    assertEquals(await outdatedTexts(store, accountId), []);
    const { items } = await store.all(acceptances, { limit: 9 });
    assertEquals(
      items.map(({ value }) => [value.accountId, value.locale, value.surface]),
      [
        [accountId, "en-US", "/consent"],
        [accountId, "en-US", "/consent"],
      ],
    );
    assertEquals(await counts(store), {
      accounts: 1,
      sessions: 1,
      devices: 0,
      acceptances: 2,
      consents: 0,
      optOuts: 0,
    });
  });
});

Deno.test("the pass is spent with it: a second account needs another", async () => {
  await withDoor(async ({ store, clock }) => {
    await enrol({ store, clock }, PLAIN);
    assertEquals(await store.get(agePasses, [BROWSER]), null);
    const again = await enrol({ store, clock }, PLAIN);
    assertEquals(again, { ok: false, refusal: "no_pass" });
    assertEquals((await counts(store)).accounts, 1);
  });
});

Deno.test("a pass of somebody else, or one that is over, begins nothing", async () => {
  await withDoor(async ({ store, clock }) => {
    const other = { ...PLAIN, browser: "c".repeat(64) };
    assertEquals((await enrol({ store, clock }, other)).ok, false);
    clock.pass(DAY);
    assertEquals((await enrol({ store, clock }, PLAIN)).ok, false);
    const found = Object.values(await counts(store));
    assertEquals(new Set(found), new Set([0]));
  });
});

Deno.test("of many presses at once one begins an account", async () => {
  await withDoor(async ({ store, clock }) => {
    const presses = await Promise.all(
      Array.from({ length: 8 }, () => enrol({ store, clock }, PLAIN)),
    );
    assertEquals(presses.filter(({ ok }) => ok).length, 1);
    const { accounts, sessions, acceptances } = await counts(store);
    assertEquals([accounts, sessions, acceptances], [1, 1, 2]);
  });
});

Deno.test("only what was chosen is given, and news are mailed by a yes to mail", async () => {
  await withDoor(async ({ store, clock }) => {
    const chosen = { ...PLAIN, chosen: ["mail"] as const };
    const enrolled = await enrol({ store, clock }, chosen);
    assert(enrolled.ok);
    const { accountId } = enrolled.value;
    const choices = await choicesOf(store, accountId);
    assertEquals(
      Object.entries(choices).filter(([, given]) => given).map(([name]) =>
        name
      ),
      ["mail"],
    );
    assertEquals((await wishesOf(store, accountId)).news, true);
  });
});

Deno.test("an opt-out from before goes with the account, by how it was said", async () => {
  for (const optOut of ["gpc", "form"] as const) {
    await withDoor(async ({ store, clock }) => {
      const enrolled = await enrol({ store, clock }, { ...PLAIN, optOut });
      assert(enrolled.ok);
      const kept = await store.get(optOuts, [enrolled.value.accountId]);
      assertEquals(kept?.value.method, optOut);
    });
  }
});

Deno.test("where the write cannot pass, nothing of an account is there", async () => {
  await withDoor(async ({ store, clock }) => {
    const kv = new Proxy(store[KV_CLIENT].kv, {
      get(target, name) {
        const part = Reflect.get(target, name, target);
        if (name === "atomic") {
          return () => {
            const atomic = target.atomic();
            atomic.commit = () => Promise.reject(new TypeError("away"));
            return atomic;
          };
        }
        return typeof part === "function" ? part.bind(target) : part;
      },
    });
    const away = shareStore(kv, clock);
    await assertRejects(() => enrol({ store: away, clock }, PLAIN));
    const found = Object.values(await counts(store));
    assertEquals(new Set(found), new Set([0]));
    assert(
      (await enrol({ store, clock }, PLAIN)).ok,
      "the pass is still there",
    );
  });
});
