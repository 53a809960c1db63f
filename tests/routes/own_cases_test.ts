import { assert, assertEquals } from "@std/assert";
import { fileAppeal, loadCase } from "../../lib/safety/mod.ts";
import { findStaff, noteOwnAccount } from "../../lib/staff/mod.ts";
import { staffSessions } from "../../lib/staff/records.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import type { AccountId } from "../../lib/kernel/mod.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { decided, reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

/** Somebody of the staff who also chats, with this account. */
async function withAccount(
  app: TestApp,
  accountId: AccountId,
): Promise<TestBrowser> {
  const { store, clock } = app.millo;
  const { token } = await addStaff(app.millo, ["moderator", "child-safety"]);
  const staff = (await findStaff(store, token, clock.now()))!;
  await noteOwnAccount(store, staff, subjectHashOf(accountId), clock.now());
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  return browser;
}

Deno.test("S03: nobody reads what others said of an account of their own", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const words = "They shouted at me.";
  const general = await reported(safety, { words });
  const { reported: accountId } = general;
  const flag = await reported(safety, {
    ...{ reason: "under_18", words, reported: accountId },
  });
  const other = await reported(safety, { words });
  const { decision } = await decided(safety, general.case);
  const filed = await fileAppeal(safety, {
    ...{ decision: decision.id, by: "person", report: null, words: null },
    ...{ appellant: accountId, claim: "not_so" },
  });
  assert(filed.ok);
  const pages = [
    `/admin/cases/${general.case}`,
    `/admin/age/${flag.case}`,
    `/admin/appeals/${filed.value.id}`,
  ];
  const own = await withAccount(app, accountId);
  const colleague = await withAccount(app, other.reporter);
  for (const path of pages) {
    const refused = await own.get(path);
    assertEquals(refused.status, 403, path);
    assert(!(await refused.text()).includes(words), path);
    const shown = await colleague.get(path);
    assertEquals(shown.status, 200, path);
  }
  assertEquals((await own.get(`/admin/cases/${other.case}`)).status, 200);
});

Deno.test("a passkey shown for one case confirms no ban of another", async () => {
  await using app = await openApp();
  const { safety, store } = app.millo;
  const [here, there] = [await reported(safety), await reported(safety)];
  const { decision } = await decided(safety, there.case, {
    measures: ["ban"],
  });
  const browser = await app.as("moderator");
  const path = `/admin/cases/${here.case}`;
  for await (const session of store.each(staffSessions)) {
    const done = await store.write().replace(session, {
      ...session.value,
      ...{ provenAt: app.clock.now(), provenFor: path },
    }).commit();
    assert(done.ok);
  }
  const answer = { decision: decision.id, agrees: "1" };
  const refused = await browser.post(`${path}/second`, answer);
  assertEquals(refused.status, 409);
  const { state } = (await loadCase(store, there.case))!;
  assertEquals(state.second?.decision, decision.id);
});

Deno.test("a case with more reports than a form has fields can be decided", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const first = await reported(safety);
  for (let n = 0; n < 210; n++) {
    await reported(safety, { reported: first.reported });
  }
  const browser = await app.as("moderator");
  const path = `/admin/cases/${first.case}`;
  await browser.post(`${path}/claim`, {});
  const { state } = (await loadCase(app.millo.store, first.case))!;
  const form = new URLSearchParams({
    step: "dismiss",
    rule: "harm",
    facts: "A mistake.",
  });
  for (const { report } of state.open) form.append("reports", report);
  const sent = await browser.fetch(`${path}/decision`, {
    method: "POST",
    body: form,
    headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  });
  assertEquals(sent.status, 303);
  const after = (await loadCase(app.millo.store, first.case))!;
  assertEquals(after.state.open, []);
});
