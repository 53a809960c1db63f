import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { HOUR, newSecret, sha256 } from "../../lib/kernel/mod.ts";
import {
  addDemoEntry,
  addDemoSession,
  addDemoStaff,
  enterByLink,
  findStaff,
  type Role,
} from "../../lib/staff/mod.ts";
import { staffAccounts, staffInvitations } from "../../lib/staff/records.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

/** One of the staff of a demonstration, and the secret of a link for them. */
async function withLink(app: TestApp, roles: Role[] = ["moderator"]) {
  const { millo } = app;
  const { staffId } = await addDemoStaff(millo, { name: "Ada", roles });
  const token = newSecret();
  const digest = sha256(token);
  await addDemoEntry(millo, { digest, roles, staffId });
  return {
    ...{ staffId, token, path: `/staff/entry/${token}` },
    invitation: async () =>
      (await millo.store.get(staffInvitations, [digest]))!,
    async remove() {
      const found = (await millo.store.get(staffAccounts, [staffId]))!;
      await millo.auditLog.transactOrThrow("remove", (write, audit) => {
        const removedAt = app.clock.now();
        write.replace(found, { ...found.value, removedAt });
        audit({ actor: { kind: "operator" }, action: "staff.remove" });
      });
    },
  };
}

async function actionsIn({ millo: { store } }: TestApp): Promise<string[]> {
  const entries = await Array.fromAsync(store.each(auditEntries));
  return entries.map(({ value }) => `${value.actorKind} ${value.action}`);
}

Deno.test("a link of a demonstration lets one in once, as whom it is for", async () => {
  await using app = await openApp();
  const link = await withLink(app, ["moderator", "privacy"]);
  const browser = app.browser();
  const html = await (await browser.get(link.path)).text();
  assertStringIncludes(html, "Ada");
  assertStringIncludes(html, "Moderator");
  assertEquals(browser.cookie("millo_staff"), undefined, "looking is free");
  const entered = await browser.post(link.path, {});
  assertEquals(
    [entered.status, entered.headers.get("location")],
    [303, "/admin"],
  );
  const token = browser.cookie("millo_staff")!;
  const staff = await findStaff(app.millo.store, token, app.clock.now());
  assertEquals(staff?.staffId, link.staffId);
  assertEquals(staff?.facts.roles, ["moderator", "privacy"]);
  assertEquals(await actionsIn(app), [
    "operator staff.join",
    "operator staff.invite",
    "staff staff.signin",
  ]);
  const again = await app.browser().post(link.path, {});
  assertEquals(again.status, 404, "a second time");
});

Deno.test("where people come there is no such link", async () => {
  await using app = await openApp({
    MILLO_MODE: "production",
    MILLO_LIMITS: "1",
  });
  const link = await withLink(app);
  for (const method of ["get", "post"] as const) {
    const browser = app.browser();
    const answer = method === "get"
      ? await browser.get(link.path)
      : await browser.post(link.path, {});
    assertEquals(answer.status, 404, method);
    assertEquals(browser.cookie("millo_staff"), undefined);
  }
  assertEquals((await link.invitation()).value.usedAt, null);
});

Deno.test("a link that is not for one of the staff, or made up, opens nothing", async () => {
  await using app = await openApp();
  const link = await withLink(app);
  const made = await app.browser().post(`/staff/entry/${newSecret()}`, {});
  assertEquals(made.status, 404);
  const stored = await link.invitation();
  const forNobody = { ...stored, value: { ...stored.value, staffId: null } };
  assertEquals(await enterByLink(app.millo, forNobody, "a test"), {
    ok: false,
    refusal: "ended",
  });
});

Deno.test("of whoever left the staff no link works, nor after an hour", async () => {
  for (const why of ["left", "late"]) {
    await using app = await openApp();
    const link = await withLink(app);
    const invitation = await link.invitation();
    if (why === "left") await link.remove();
    else app.clock.pass(HOUR);
    assertEquals(
      await enterByLink(app.millo, invitation, "a test"),
      { ok: false, refusal: "ended" },
      why,
    );
  }
});

Deno.test("two presses at once let one in", async () => {
  await using app = await openApp();
  const link = await withLink(app);
  const invitation = await link.invitation();
  const both = await Promise.all(
    [1, 2].map(() => enterByLink(app.millo, invitation, "a test")),
  );
  assertEquals(both.map(({ ok }) => ok).sort(), [false, true]);
});

Deno.test("a session of a demonstration is one of that person, without a passkey shown", async () => {
  await using app = await openApp();
  const { staffId } = await addDemoStaff(app.millo, {
    name: "Ada",
    roles: ["admin"],
  });
  const token = await addDemoSession(app.millo, staffId);
  const staff = await findStaff(app.millo.store, token, app.clock.now());
  assert(staff);
  assertEquals([staff.staffId, staff.may("staff.write")], [staffId, true]);
});
