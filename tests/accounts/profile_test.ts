import { assert, assertEquals } from "@std/assert";
import {
  findPicture,
  findProfile,
  removePicture,
  savePicture,
  saveProfile,
} from "../../lib/accounts/mod.ts";
import { pictures, profiles } from "../../lib/accounts/profile/records.ts";
import { openAccounts } from "../helpers/account.ts";

const ZOE = { username: "Zoë", interests: ["chess"], languages: ["de"] };

Deno.test("who said nothing has an empty profile, and no record", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  assertEquals(await findProfile(here.store, member), {
    username: null,
    interests: [],
    languages: [],
    version: "none",
  });
  assertEquals((await here.store.all(profiles, { limit: 9 })).items, []);
});

Deno.test("a profile is found as it was saved, under a version of its own", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const now = here.clock.now();
  const first = { ...ZOE, version: "none" };
  assertEquals((await saveProfile(here.store, member, first, now)).ok, true);
  const { version, ...found } = await findProfile(here.store, member);
  assertEquals(found, ZOE);
  assert(version !== "none");
});

Deno.test("a form from before another was saved is refused, and changes nothing", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const now = here.clock.now();
  await saveProfile(here.store, member, { ...ZOE, version: "none" }, now);
  const late = { ...ZOE, username: "Zoe", version: "none" };
  assertEquals(await saveProfile(here.store, member, late, now), {
    ok: false,
    refusal: "stale",
  });
  assertEquals((await findProfile(here.store, member)).username, "Zoë");
});

Deno.test("the same form sent twice is fine, though its version is gone", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const form = { ...ZOE, version: "none" };
  for (let n = 0; n < 2; n++) {
    const saved = await saveProfile(
      here.store,
      member,
      form,
      here.clock.now(),
    );
    assertEquals(saved.ok, true);
  }
});

Deno.test("one's profile is not another's", async () => {
  await using here = await openAccounts();
  const [zoe, ben] = [await here.arrive(), await here.arrive()];
  const form = { ...ZOE, version: "none" };
  await saveProfile(here.store, zoe.member, form, here.clock.now());
  assertEquals((await findProfile(here.store, ben.member)).username, null);
});

Deno.test("a picture takes the place of the one before, and can be removed", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  const save = (byte: number) =>
    savePicture(
      here.store,
      member,
      new Uint8Array(100_000).fill(byte),
      here.clock.now(),
    );
  assertEquals(await findPicture(here.store, member), null);
  await save(1);
  await save(2);
  const found = await findPicture(here.store, member);
  assertEquals([found?.length, found?.[0], found?.at(-1)], [100_000, 2, 2]);
  await removePicture(here.store, member);
  assertEquals(await findPicture(here.store, member), null);
  assertEquals((await here.store.all(pictures, { limit: 9 })).items, []);
  await removePicture(here.store, member);
});

Deno.test("nothing is kept about somebody who was erased meanwhile", async () => {
  await using here = await openAccounts();
  const { member } = await here.arrive();
  await here.store.addTombstone(member.accountId, 1);
  const form = { ...ZOE, version: "none" };
  const saved = await saveProfile(here.store, member, form, 1);
  assertEquals(saved.ok, false);
  assertEquals((await here.store.all(profiles, { limit: 9 })).items, []);
});
