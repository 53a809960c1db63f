import { assert, assertEquals } from "@std/assert";
import { strFromU8, unzipSync } from "fflate";
import type { z } from "zod";
import { acceptances } from "../../lib/consent/records.ts";
import { type AccountId, newId } from "../../lib/kernel/mod.ts";
import type { Collection, KeyPart } from "../../lib/store/mod.ts";
import { memberOf, type TestApp, type TestBrowser } from "./app.ts";
import { plant } from "./records.ts";

export const SESSION = "millo_session";

export interface Owner {
  browser: TestBrowser;
  accountId: AccountId;
  code: string;
}

/** A member with a recovery code made just now. */
export async function come(app: TestApp): Promise<Owner> {
  const browser = await app.as("member");
  const code = await makeCode(browser);
  const { accountId } = await memberOf(app.millo, browser);
  return { browser, accountId, code };
}

/** Makes a recovery code and reads it off the page that shows it. */
export async function makeCode(browser: TestBrowser): Promise<string> {
  const answer = await browser.post("/account/keys/code", {});
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("cache-control"), "no-store");
  return codeIn(await answer.text());
}

/** The recovery code on the page that shows it, group by group. */
export function codeIn(html: string): string {
  const [, groups] = /id="recovery-code"[^>]*>(.*?)<\/p>/s.exec(html)!;
  return groups.replace(/<!--.*?-->|<[^>]+>|\s/gs, "");
}

/** Puts the only member back to the time before the privacy policy changed. */
export async function outdatePolicy(
  { millo: { store } }: TestApp,
): Promise<void> {
  const { items } = await store.all(acceptances, { limit: 9 });
  const stored = items.find(({ value }) => value.document === "privacy")!;
  const older = { ...stored.value, version: 1 };
  assert((await store.write().replace(stored, older).commit()).ok);
}

/** The values of all records of a collection. */
export async function all<V, K extends readonly KeyPart[]>(
  { millo: { store } }: TestApp,
  collection: Collection<V, K>,
): Promise<V[]> {
  const { items } = await store.all(collection, { limit: 50 });
  return items.map(({ value }) => value);
}

/** Records that everybody who came by `come` has anyway. */
const HELD = ["accounts", "recovery_codes"];

/** One record in every other collection, for each role a person can have. */
export async function plantAll(
  { millo: { store, clock, dataMap } }: TestApp,
  accountId: AccountId,
): Promise<void> {
  for (const collection of dataMap.collections) {
    if (HELD.includes(collection.name)) continue;
    const others = Object.fromEntries(
      rolesOfAccounts(collection).map(({ of }) => [of, newId()]),
    );
    for (const { of } of rolesOfAccounts(collection)) {
      await plant(store, collection, {
        people: { ...others, [of]: accountId },
        searchTerm: searchTermOf(accountId),
        now: clock.now(),
      });
    }
  }
}

/** The roles that an account can have; a browser before consent has others. */
export function rolesOfAccounts(
  { roles, spec }: Collection,
): Collection["roles"] {
  const { shape } = spec.schema;
  return roles.filter(({ of }) =>
    (shape[of] as z.ZodType).safeParse(newId()).success
  );
}

/** Those of them to whom the record may be shown; an order may forbid it. */
export function shownRoles(collection: Collection): Collection["roles"] {
  const { privacy } = collection.spec;
  const subjects = "subjects" in privacy ? privacy.subjects : {};
  return rolesOfAccounts(collection).filter(({ role }) => {
    const { show } = subjects[role] as { show: "all" | readonly string[] };
    return show === "all" || show.length > 0;
  });
}

/** The text that plantAll puts wherever text may be. */
export function searchTermOf(accountId: AccountId): string {
  return `search-term-${accountId}`;
}

/** The files of the copy that somebody gets of their data. */
export async function copyOf(
  browser: TestBrowser,
): Promise<Record<string, Uint8Array>> {
  const answer = await browser.post("/account/data/copy", {});
  assertEquals(answer.status, 200);
  return unzipSync(await answer.bytes());
}

export function filesWith(
  files: Record<string, Uint8Array>,
  searchTerm: string,
): string[] {
  return Object.keys(files).filter((name) =>
    strFromU8(files[name]).includes(searchTerm)
  );
}
