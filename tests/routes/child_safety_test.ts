import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ACCESS } from "../../lib/http/access.ts";
import type { AccountId } from "../../lib/kernel/mod.ts";
import {
  claimAppeal,
  claimCase,
  decideAge,
  fileAppeal,
  tellReporters,
} from "../../lib/safety/mod.ts";
import { reports } from "../../lib/safety/records.ts";
import { permissionsOf, ROLE_NAMES } from "../../lib/staff/mod.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { actorFor, decided, reported, sameActor } from "../helpers/safety.ts";

/** Everybody on the staff who does not work on child safety. */
const OTHERS = ROLE_NAMES.filter((role) =>
  !permissionsOf([role]).has("age.read")
);

/** A flag that was dismissed, and the reporter's appeal against that. */
async function appealed({ millo: { safety } }: TestApp) {
  const filed = await reported(safety, { reason: "under_18" });
  const actor = await actorFor(safety, ["child-safety"], "age.decide");
  const number = filed.case;
  await claimCase(safety, sameActor(safety, actor, "age.read"), number);
  const made = await decideAge(safety, actor, {
    ...{ number, reports: [filed.report], isUnder18: false },
    ...{ facts: "A quotation.", locale: "en" },
  });
  assert(made.ok);
  await tellReporters(safety, made.value.id);
  const appeal = await fileAppeal(safety, {
    ...{ decision: made.value.id, by: "reporter", report: filed.report },
    ...{ appellant: filed.reporter, claim: null, words: "Look again." },
  });
  assert(appeal.ok);
  return { ...filed, actor, decision: made.value.id, appeal: appeal.value.id };
}

/** What differs between any two answers is left out. */
async function answerOf(response: Response): Promise<string> {
  const text = await response.text();
  const plain = text.replace(/nonce="[^"]*"/g, "").replace(/\d+ ms/g, "");
  return `${response.status} ${plain}`;
}

async function text(browser: TestBrowser, path: string): Promise<string> {
  return await (await browser.get(path)).text();
}

async function isHeld({ millo }: TestApp, person: AccountId) {
  const now = millo.clock.now();
  return (await findStanding(millo.store, person, now)).out?.kind === "review";
}

for (const role of OTHERS) {
  Deno.test(`A12: for ${role} nothing of child safety is on any page, and every address is a wrong one`, async () => {
    await using app = await openApp();
    const flag = await reported(app.millo.safety, { reason: "under_18" });
    const { case: number, appeal, decision } = await appealed(app);
    const secrets = [flag.case, number, appeal, decision, flag.report];
    const browser = await app.as(role);
    const plain = Object.keys(ACCESS)
      .filter((route) => route.startsWith("/admin") && !route.includes(":"))
      .filter((route) => !/changes|challenge/.test(route));
    const asked = [
      ...plain,
      ...["all", "mine", "second", "later", "late", "closed"]
        .map((view) => `/admin/cases?view=${view}`),
      "/admin/cases?reason=under_18",
      "/admin/audit?action=age.dismiss",
      "/admin/audit?action=report.file",
    ];
    for (const path of asked) {
      const html = await text(browser, path);
      for (const secret of secrets) {
        assert(!html.includes(secret), `${path} shows ${secret}`);
      }
      assert(!/seems under 18/i.test(html), `${path} names the reason`);
    }
    const home = await text(browser, "/admin");
    assert(!home.includes("/admin/age"), "no place in the rail");
    // The same words as for an address that never was.
    const never = "MC-0000-0000";
    const direct = [
      ["/admin/age/NUMBER", never],
      ["/admin/cases/NUMBER", never],
      ["/admin/cases?number=NUMBER", never],
      ["/admin/cases?decided=NUMBER", never],
      ["/admin/audit?object=NUMBER", never],
      ["/admin/appeals/NUMBER", "0".repeat(26)],
    ];
    for (const [path, wrong] of direct) {
      const right = path.includes("appeals") ? appeal : number;
      const one = path.replace("NUMBER", right);
      const other = path.replace("NUMBER", wrong);
      const shown = await answerOf(await browser.get(one));
      const expected = await answerOf(await browser.get(other));
      assertEquals(shown.replaceAll(right, wrong), expected, path);
    }
    for (const act of ["claim", "decision", "release"]) {
      const status = (await browser.post(`/admin/age/${number}/${act}`, {}))
        .status;
      assertEquals(status, 404, act);
    }
  });
}

Deno.test("A12: and child safety sees all of it", async () => {
  await using app = await openApp();
  const flag = await reported(app.millo.safety, { reason: "under_18" });
  const { appeal } = await appealed(app);
  const browser = await app.as("child-safety");
  assertStringIncludes(await text(browser, "/admin"), flag.case);
  assertStringIncludes(await text(browser, "/admin/age"), flag.case);
  assertStringIncludes(await text(browser, "/admin/appeals"), appeal);
  assertEquals((await browser.get(`/admin/age/${flag.case}`)).status, 200);
});

Deno.test("M34: an appeal about a flag is answered by another one of child safety, and holds again", async () => {
  await using app = await openApp();
  const { reported: person, case: number, appeal, report } = await appealed(
    app,
  );
  assertEquals(await isHeld(app, person), false);
  const browser = await app.as("child-safety");
  const path = `/admin/appeals/${appeal}`;
  const html = await text(browser, path);
  assertStringIncludes(html, `href="/admin/age/${number}"`);
  assertStringIncludes(html, "Look again.");
  assertEquals((await browser.post(`${path}/claim`, {})).status, 303);
  const answer = { outcome: "overturned", lessenedTo: "" };
  const wordless = await browser.post(`${path}/answer`, answer);
  assertEquals(wordless.status, 422);
  const sent = await browser.post(`${path}/answer`, {
    ...answer,
    toPerson: "We look again.",
    toReporter: "You were right to ask.",
  });
  assertEquals(sent.headers.get("location"), "/admin/appeals");
  assertEquals(await isHeld(app, person), true);
  assertStringIncludes(await text(browser, "/admin/age"), number);
  const told = await app.millo.store.get(reports, [report]);
  assertEquals(told?.value.state, "open");
});

Deno.test("M34: whoever dismissed a flag does not answer the appeal against that", async () => {
  await using app = await openApp();
  const { actor, appeal } = await appealed(app);
  const { safety } = app.millo;
  const same = sameActor(safety, actor, "appeal.answer");
  assertEquals(await claimAppeal(safety, same, appeal), {
    ok: false,
    refusal: "own_decision",
  });
  const moderator = await actorFor(safety, ["moderator"], "appeal.answer");
  assertEquals(await claimAppeal(safety, moderator, appeal), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("child safety reads no appeal of the general team", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const filed = await reported(safety);
  const { decision } = await decided(safety, filed.case);
  const appeal = await fileAppeal(safety, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: filed.reported, claim: "not_so", words: null },
  });
  assert(appeal.ok);
  const browser = await app.as("child-safety");
  const list = await text(browser, "/admin/appeals");
  assert(!list.includes(appeal.value.id));
  const page = await browser.get(`/admin/appeals/${appeal.value.id}`);
  assertEquals(page.status, 404);
});
