import { assertEquals, assertThrows } from "@std/assert";
import { HttpError } from "fresh";
import { accept, currentDocument, versionsOf } from "../../lib/consent/mod.ts";
import { adminPathOf, policyData, textsToAgree } from "../../lib/http/mod.ts";
import type { Principal } from "../../lib/http/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { ctxOf } from "../helpers/ctx.ts";

const dataMap = { collections: [] };

function page(slug: string, version?: string, query = "") {
  return policyData(
    ctxOf({ path: `/${query}`, millo: { dataMap } }),
    slug,
    version,
  );
}

function status(...given: Parameters<typeof page>): number {
  return assertThrows(() => page(...given), HttpError).status;
}

Deno.test("a text without a version is the one in force, and compared with none", () => {
  for (const slug of ["rules", "privacy"]) {
    const { document, versions, since } = page(slug);
    assertEquals(document.version, versionsOf(slug)[0].version);
    assertEquals([versions[0].current, since], [true, null]);
  }
});

Deno.test("each version has a page, and each can be compared with each", () => {
  for (const slug of ["rules", "privacy", "cookies"]) {
    const versions = versionsOf(slug).map(({ version }) => String(version));
    for (const version of versions) {
      assertEquals(String(page(slug, version).document.version), version);
      for (const before of versions) {
        const { since } = page(slug, version, `?since=${before}`);
        assertEquals(String(since?.version), before);
      }
    }
  }
});

Deno.test("a text, a version or a comparison that is none is not found", () => {
  for (const slug of ["", "imprint", "Rules", "__proto__", "constructor"]) {
    assertEquals(status(slug), 404, slug);
  }
  for (const odd of ["0", "99", "1.0", "01", "-1", " 1", "", "latest"]) {
    assertEquals(status("rules", odd), 404, odd);
    if (odd !== "") {
      const query = `?since=${encodeURIComponent(odd)}`;
      assertEquals(status("rules", undefined, query), 404, odd);
    }
  }
});

Deno.test("an empty comparison is none, and of two the first counts", () => {
  assertEquals(page("rules", undefined, "?since=").since, null);
  assertEquals(page("rules", undefined, "?since=1&since=99").since?.version, 1);
});

Deno.test("a visitor is to agree to both texts, a member to what they have not", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const accountId = newAccountId();
  const principal = { kind: "member", accountId } as Principal;
  const asked = (who: Principal) =>
    textsToAgree(
      ctxOf({ millo: { store, dataMap }, state: { principal: who } }),
    );
  const slugs = async (who: Principal) =>
    (await asked(who)).shown.map(({ slug }) => slug);
  const visitor = { kind: "visitor" } as const;
  assertEquals(await slugs(visitor), ["rules", "privacy"]);
  assertEquals((await slugs(principal)).toSorted(), ["privacy", "rules"]);
  const said = { accountId, locale: "en", surface: "enrol", now: clock.now() };
  const agree = (slug: "rules" | "privacy") =>
    accept(store, said as Parameters<typeof accept>[1], [
      currentDocument(slug),
    ]);
  await agree("rules");
  assertEquals(await slugs(principal), ["privacy"]);
  await agree("privacy");
  assertEquals(await slugs(principal), []);
  assertEquals(await slugs(visitor), ["rules", "privacy"]);
  await store.close();
});

Deno.test("a way into the back office stays there, anything else leads to its start", () => {
  for (
    const path of [
      "/admin",
      "/admin/cases/7",
      "/admin/staff/abc/roles?proof=1&x=%20",
      "/admin?tab=two",
    ]
  ) assertEquals(adminPathOf(path), path);
  for (
    const path of [
      null,
      "",
      "/",
      "/account",
      "/administration",
      "/admin/",
      "/admin//evil.example",
      "//admin",
      "https://evil.example/admin",
      "/admin\n",
      "/admin/a b",
      "/admin#x",
      "/admin?next=https://evil.example",
      "/admin/\\evil",
    ]
  ) assertEquals(adminPathOf(path), "/admin", String(path));
});

Deno.test("no dots lead out of the back office, nor to no place in it", () => {
  for (
    const path of [
      "/admin/..",
      "/admin/../account",
      "/admin/cases/../../account",
      "/admin/.",
      "/admin/./cases",
      "/admin/..?x=1",
    ]
  ) assertEquals(adminPathOf(path), "/admin", path);
  assertEquals(adminPathOf("/admin/cases/7.1"), "/admin/cases/7.1");
  assertEquals(adminPathOf("/admin/.well/a..b"), "/admin/.well/a..b");
});
