import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { strFromU8, unzipSync } from "fflate";
import { sessions } from "../../lib/accounts/records.ts";
import { calls } from "../../lib/calls/mod.ts";
import { newCall } from "../../lib/calls/call.ts";
import {
  come,
  copyOf,
  filesWith,
  plantAll,
  searchTermOf,
  SESSION,
  shownRoles,
} from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";

Deno.test("P03: a copy opens and has a page, the answers, the data and a manifest whose hashes match", async () => {
  await using app = await openApp();
  const owner = await come(app);
  await owner.browser.post("/account", {
    version: "none",
    username: "Ada",
    interests: "=1+1",
  });
  const answer = await owner.browser.post("/account/data/copy", {});
  assertEquals(answer.headers.get("content-type"), "application/zip");
  assertStringIncludes(
    answer.headers.get("content-disposition")!,
    "attachment",
  );
  const files = unzipSync(await answer.bytes());
  for (const name of ["index.html", "about.json", "manifest.json"]) {
    assert(files[name], name);
  }
  const named = Object.keys(files);
  const data = named.filter((name) => /^data\/\w+\.json$/.test(name));
  assert(data.length >= 5, `${data.length} kinds`);
  for (const name of data) {
    assert(files[name.replace(".json", ".csv")], name);
    assert(files[name.replace("data/", "schema/")], name);
  }
  const manifest = read(files, "manifest.json") as {
    files: { name: string; sha256: string; bytes: number }[];
  };
  assertEquals(
    manifest.files.map(({ name }) => name).sort(),
    named.filter((name) => name !== "manifest.json").sort(),
  );
  for (const { name, sha256, bytes } of manifest.files) {
    const content = new Uint8Array(files[name]);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content))
      .toHex();
    assertEquals([hash, content.length], [sha256, bytes], name);
  }
  assertStringIncludes(strFromU8(files["index.html"]), "Ada");
});

Deno.test("P04: the copy answers Article 15(1)(a) to (h) and 15(2)", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const files = await copyOf(browser);
  const { answers } = read(files, "about.json") as {
    answers: { article: string; title: string; text: string[] }[];
  };
  assertEquals(answers.map(({ article }) => article), [
    ...[..."abcdefgh"].map((letter) => `15(1)(${letter})`),
    "15(2)",
  ]);
  for (const { article, title, text } of answers) {
    assert(title && text.length > 0 && text.every(Boolean), article);
  }
});

Deno.test("P05: a copy has one record of every kind that is kept about the person, and none of another's", async () => {
  await using app = await openApp();
  const owner = await come(app);
  const stranger = await come(app);
  const personal = app.millo.dataMap.collections.filter((one) =>
    shownRoles(one).length > 0
  );
  assert(personal.length > 10);
  for (const { accountId } of [owner, stranger]) await plantAll(app, accountId);
  const files = await copyOf(owner.browser);
  for (const collection of personal) {
    const { name } = collection;
    const records = read(files, `data/${name}.json`) as
      | { roles: string[] }[]
      | undefined;
    assert(records, `${name} is not in the copy`);
    const found = new Set(records.flatMap((one) => one.roles));
    for (const { role } of shownRoles(collection)) {
      assert(found.has(role), `${name} without ${role}`);
    }
  }
  const shown = await (await owner.browser.get("/account/data")).text();
  for (const { name } of personal) {
    assertStringIncludes(shown, `id="kind-${name}"`);
  }
  assertEquals(filesWith(files, searchTermOf(stranger.accountId)), []);
});

Deno.test("P06: a copy names nobody else: strangers have a name for this copy alone", async () => {
  await using app = await openApp();
  const owner = await come(app);
  const stranger = await come(app);
  await plantAll(app, stranger.accountId);
  await plantAll(app, owner.accountId);
  const { store, clock, dataMap } = app.millo;
  const write = store.write();
  for (let n = 0; n < 2; n++) {
    write.add(calls, newCall(owner.accountId, stranger.accountId, clock.now()));
  }
  await write.commit();
  const [first, second] = [
    await copyOf(owner.browser),
    await copyOf(owner.browser),
  ];
  const searchTerms = [
    stranger.accountId,
    searchTermOf(stranger.accountId),
    stranger.code,
    stranger.browser.cookie(SESSION)!,
  ];
  for (const searchTerm of searchTerms) {
    assertEquals(filesWith(first, searchTerm), []);
  }
  const names = async () => {
    const { collections } = await dataMap.export(owner.accountId);
    return new Set(
      JSON.stringify(collections).match(/person-[0-9a-f]{16}/g) ?? [],
    );
  };
  const [one, other] = [await names(), await names()];
  for (const name of one) assertEquals(other.has(name), false);
  const inCopy = (files: Record<string, Uint8Array>) =>
    new Set(
      Object.values(files).flatMap((file) =>
        strFromU8(file).match(/person-[0-9a-f]{16}/g) ?? []
      ),
    );
  for (const name of inCopy(first)) {
    assertEquals(inCopy(second).has(name), false);
  }
});

Deno.test("P08: no token, hash, code or key is in a copy or on the page", async () => {
  await using app = await openApp();
  const owner = await come(app);
  await plantAll(app, owner.accountId);
  const secrets = app.millo.dataMap.collections.flatMap(({ name, spec }) =>
    Object.entries(spec.fields as Record<string, string>)
      .filter(([, kind]) => kind === "secret").map(([field]) =>
        `${name}.${field}`
      )
  );
  assert(
    secrets.includes("recovery_codes.hash") &&
      secrets.includes("contacts.codeHash"),
  );
  const { items } = await app.millo.store.all(sessions, { limit: 9 });
  const searchTerms = [
    owner.browser.cookie(SESSION)!,
    owner.code,
    owner.code.replaceAll("-", "").toLowerCase(),
    "$argon2id$",
    ...items.map(({ value }) => value.tokenDigest),
    ...secrets.map((name) =>
      `${searchTermOf(owner.accountId)}-${name.split(".")[1]}`
    ),
  ];
  const files = await copyOf(owner.browser);
  const page = await (await owner.browser.get("/account/data")).text();
  for (const searchTerm of searchTerms) {
    assertEquals(filesWith(files, searchTerm), [], searchTerm);
    assertEquals(page.includes(searchTerm), false, searchTerm);
  }
});

function read(files: Record<string, Uint8Array>, name: string): unknown {
  return files[name] && JSON.parse(strFromU8(files[name]));
}
