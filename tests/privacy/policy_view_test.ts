import { assert, assertEquals } from "@std/assert";
import { addAcceptances, currentDocument } from "../../lib/consent/mod.ts";
import { registry } from "../../lib/data_map/mod.ts";
import { translator } from "../../lib/i18n/mod.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import { askedTexts, policyView, textOf } from "../../lib/privacy/mod.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const t = translator("en");
const reader = { t, locale: "en", collections: registry };

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ at: ":memory:", clock: new TestClock() });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Ann agreed to these versions of the two texts. */
async function agreed(
  store: Store,
  versions: { rules: number; privacy: number },
): Promise<AccountId> {
  const accountId = newAccountId();
  const write = store.write();
  const now = store.clock.now();
  const said = { accountId, locale: "en", surface: "/consent", now };
  addAcceptances(write, said, [
    { ...currentDocument("rules"), version: versions.rules },
    { ...currentDocument("privacy"), version: versions.privacy },
  ]);
  assert((await write.commit()).ok);
  return accountId;
}

Deno.test("a text is shown in the version in force, or in one that is asked for", () => {
  const shown = policyView(reader, { slug: "privacy", since: null })!;
  assertEquals(shown.document.version, currentDocument("privacy").version);
  assertEquals(shown.since, null);
  const first = { slug: "privacy", version: "1", since: null };
  assertEquals(policyView(reader, first)!.document.version, 1);
});

Deno.test("one version is linked to all, and one of them is current", () => {
  const { versions } = policyView(reader, { slug: "privacy", since: null })!;
  assertEquals(versions.map(({ version }) => version), [2, 1]);
  assertEquals(versions.map(({ current }) => current), [true, false]);
});

Deno.test("what changed since a version is shown in sections", () => {
  const { since } = policyView(reader, { slug: "privacy", since: "1" })!;
  assertEquals(since?.version, 1);
  assert(since!.sections.length > 0);
});

Deno.test("what there is not, is null", () => {
  for (
    const asked of [
      { slug: "nothing", since: null },
      { slug: "privacy", version: "0", since: null },
      { slug: "privacy", version: "01", since: null },
      { slug: "privacy", version: "", since: null },
      { slug: "privacy", since: "9" },
      { slug: "__proto__", since: null },
    ]
  ) assertEquals(policyView(reader, asked), null, JSON.stringify(asked));
});

Deno.test("the tables of a text are made of what is declared today", () => {
  const rowsOf = (collections: typeof registry) =>
    textOf(t, collections, currentDocument("privacy")).body
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => block.kind === "table" ? block.rows : []);
  const one = registry.filter(({ name }) => name === "accounts");
  assertEquals(one.length, 1);
  assert(rowsOf(one).length < rowsOf(registry).length);
  const shown = rowsOf(one).map(([what]) => what);
  assert(shown.includes("Your account"));
});

Deno.test("a newcomer is asked for both texts, without what changed", async () => {
  await withStore(async (store) => {
    const { shown, changes, rules, policy } = await askedTexts(
      store,
      reader,
      null,
    );
    assertEquals(shown, [rules, policy]);
    assertEquals(changes, undefined);
  });
});

Deno.test("who agreed to all texts in force is asked for nothing", async () => {
  await withStore(async (store) => {
    const ann = await agreed(store, { rules: 1, privacy: 2 });
    const { shown, changes } = await askedTexts(store, reader, ann);
    assertEquals([shown, changes], [[], {}]);
  });
});

Deno.test("who agreed to an older text is asked for that one, with what changed", async () => {
  await withStore(async (store) => {
    const ben = await agreed(store, { rules: 1, privacy: 1 });
    const { shown, changes, policy } = await askedTexts(store, reader, ben);
    assertEquals(shown, [policy]);
    assertEquals(Object.keys(changes!), ["policy"]);
    assert(changes!.policy!.length > 0);
  });
});

Deno.test("an account without any line in the ledger is asked for everything", async () => {
  await withStore(async (store) => {
    const { shown, changes, rules, policy } = await askedTexts(
      store,
      reader,
      newAccountId(),
    );
    assertEquals(shown, [rules, policy]);
    assertEquals(changes, { rules: [], policy: [] });
  });
});

/** The tables of the policy for some collections, by their captions. */
function tablesOf(names: readonly string[]) {
  const some = registry.filter(({ name }) => names.includes(name));
  assertEquals(some.length, names.length);
  return Object.fromEntries(
    textOf(t, some, currentDocument("privacy")).body
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === "table" ? [[block.caption, block.rows]] : []
      ),
  );
}

Deno.test("each kind of data has its row: why, by what right, how long and who helps", () => {
  const tables = tablesOf(["calls", "profiles"]);
  assertEquals(tables[t("policy.data.caption")], [
    [
      t("kind.calls"),
      t("purpose.call"),
      t("policy.basis.contract"),
      "2 days after it began",
      `${t("policy.provider.hosting")}, ${t("policy.provider.media")}`,
    ],
    [
      t("kind.profiles"),
      t("purpose.profile"),
      t("policy.basis.consent"),
      "1 year after the last visit",
      t("policy.provider.hosting"),
    ],
  ]);
});

Deno.test("a provider is said to have all kinds, some by name, or none", () => {
  const rows = tablesOf(["calls", "profiles"])[t("policy.providers.caption")];
  const data = Object.fromEntries(
    rows.map(([what, _who, _why, has]) => [what, has]),
  );
  assertEquals(data, {
    [t("policy.provider.hosting")]: t("policy.providers.all"),
    [t("policy.provider.media")]: t("kind.calls"),
    [t("policy.provider.mail")]: t("policy.providers.nothing"),
    [t("policy.provider.age")]: t("policy.providers.nothing"),
  });
});

Deno.test("the policy speaks to people, and leaves out what is kept of the staff", () => {
  const rows = tablesOf(["profiles", "staff_accounts"])[
    t("policy.data.caption")
  ];
  assertEquals(rows.map(([kind]) => kind), [t("kind.profiles")]);
});
