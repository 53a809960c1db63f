import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  type InclusionProof,
  type NewEntry,
  provesConsistency,
  provesInclusion,
} from "../../lib/audit/mod.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { DAY, newAccountId } from "../../lib/kernel/mod.ts";
import { cases } from "../../lib/safety/records.ts";
import type { Role } from "../../lib/staff/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import { elements } from "../components/html.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { addStaff } from "../helpers/staff.ts";

async function enter(
  { millo, browser }: TestApp,
  roles: readonly Role[],
  name: string,
): Promise<{ staff: TestBrowser; staffId: string }> {
  const { staffId, token } = await addStaff(millo, roles, name);
  const staff = browser();
  staff.setCookie("millo_staff", token);
  return { staff, staffId };
}

/** The entries that a page shows: number and what was done. */
async function shown(browser: TestBrowser, path: string): Promise<string[]> {
  const response = await browser.get(path);
  assertEquals(response.status, 200, path);
  const html = await response.text();
  return [...html.matchAll(/entry=(\d+)#entry"[^>]*>([\w.]+)</g)]
    .map(([, index, action]) => `${index} ${action}`);
}

function note(more: Partial<NewEntry> = {}): NewEntry {
  return { actor: { kind: "system" }, action: "case.note", ...more };
}

Deno.test("the log is read by who, what, id, person and day", async () => {
  await using app = await openApp();
  const { auditLog } = app.millo;
  const subject = newAccountId();
  await auditLog.append(note({ object: "MC-7K3F-Q2ZD" }));
  app.clock.pass(DAY);
  const { staff, staffId } = await enter(app, ["admin"], "Marta");
  await auditLog.append(note({ action: "case.claim", subject }));
  const all = ["2 case.claim", "1 staff.join", "0 case.note"];
  const on = (at: number) => new Date(at).toISOString().slice(0, 10);
  const today = app.clock.now();
  const asked: Record<string, string[]> = {
    "": all,
    [`?who=${staffId}`]: ["1 staff.join"],
    "?who=system&did=case.claim": ["2 case.claim"],
    "?did=case.note": ["0 case.note"],
    "?did=nothing": all,
    "?id=MC-7K3F-Q2ZD": ["0 case.note"],
    [`?id=${staffId}`]: ["1 staff.join"],
    [`?id=${subject}`]: ["2 case.claim"],
    [`?id=${subjectHashOf(subject)}`]: ["2 case.claim"],
    [`?day=${on(today)}`]: ["2 case.claim", "1 staff.join"],
    [`?day=${on(today - DAY)}`]: ["0 case.note"],
    "?day=nonsense": all,
    "?before=2": ["1 staff.join", "0 case.note"],
    "?before=-1&entry=x": all,
  };
  for (const [query, entries] of Object.entries(asked)) {
    assertEquals(await shown(staff, `/admin/audit${query}`), entries, query);
  }
});

Deno.test("a long log has pages, and the last one ends it", async () => {
  await using app = await openApp();
  const { staff } = await enter(app, ["admin"], "Marta");
  for (let n = 0; n < 119; n++) await app.millo.auditLog.append(note());
  const seen: string[] = [];
  let pages = 0;
  for (let path: string | undefined = "/admin/audit?who="; path; pages++) {
    seen.push(...await shown(staff, path));
    const html = await (await staff.get(path)).text();
    path = elements(html, "a").map(({ attributes }) => attributes)
      .find(({ rel }) => rel === "next")?.href;
  }
  assertEquals([pages, new Set(seen).size], [3, 120]);
});

Deno.test("S03: whoever may not read the log reads what they did themselves, and cannot verify it", async () => {
  await using app = await openApp();
  const { staffId: other } = await enter(app, ["admin"], "Marta");
  const { staff } = await enter(app, ["moderator"], "Ines");
  await app.millo.auditLog.append(note());
  for (const query of ["", `?who=${other}`, "?who=system", "?entry=0"]) {
    const path = `/admin/audit${query}`;
    assertEquals(await shown(staff, path), ["1 staff.join"], query);
    const html = await (await staff.get(path)).text();
    assert(!html.includes("Marta") && !html.includes("Entry 0"));
    assert(
      !elements(html, "form").some(({ attributes }) =>
        attributes.action === "/admin/audit" && attributes.method === "post"
      ),
    );
  }
  const own = await (await staff.get("/admin/audit?entry=1")).text();
  assertStringIncludes(own, "Entry 1");
  assert(!own.includes("/admin/audit/proofs"));
  assertEquals((await staff.post("/admin/audit", {})).status, 403);
  assertEquals((await staff.get("/admin/audit/proofs")).status, 403);
  assertEquals((await staff.get("/admin/audit/proofs/1")).status, 403);
});

Deno.test("what is about child safety is not in the log for whoever does not work on it", async () => {
  await using app = await openApp();
  const { auditLog } = app.millo;
  const { staff } = await enter(app, ["admin"], "Marta");
  const { staff: both } = await enter(app, ["admin", "child-safety"], "Noor");
  const number = "MC-CH1D-0001";
  const now = app.clock.now();
  await auditLog.transact((write, audit) => {
    write.create(cases, {
      ...{ number, reported: null, team: "child_safety", seq: 1 },
      ...{ status: "open", severity: "critical", reason: "under_18" },
      ...{ openReports: 1, openAppeals: 0, score: 1, dueAt: null, rank: 1 },
      ...{ snoozedUntil: null, secondOpinion: false, secondRank: null },
      ...{ openedAt: now, changedAt: now },
    });
    audit(note({ action: "report.file", object: number }));
    audit(note({ action: "age.dismiss" }));
    audit(note({ action: "report.add", details: { reason: "under_18" } }));
    audit(note({ object: "MC-7K3F-Q2ZD" }));
  });
  const rest = ["5 case.note", "1 staff.join", "0 staff.join"];
  assertEquals(await shown(staff, "/admin/audit"), rest);
  assertEquals(await shown(staff, `/admin/audit?id=${number}`), []);
  assertEquals(await shown(staff, "/admin/audit?entry=2"), rest);
  for (const index of [2, 3, 4]) {
    const path = `/admin/audit/proofs/${index}`;
    assertEquals((await staff.get(path)).status, 404);
    assertEquals((await both.get(path)).status, 200);
  }
  assertEquals((await shown(both, "/admin/audit")).length, 6);
});

Deno.test("an entry is shown whole, with its hashes and words, and names of colleagues only", async () => {
  await using app = await openApp();
  const { staff, staffId } = await enter(app, ["admin"], "Marta");
  const subject = newAccountId();
  await app.millo.auditLog.append(note({
    ...{ actor: { kind: "staff", id: staffId }, subject },
    ...{ object: "MC-7K3F-Q2ZD", details: { rule: "harm", points: 7 } },
    note: "Asked twice.",
  }));
  const html = await (await staff.get("/admin/audit?entry=1")).text();
  const pane = elements(html, "section").find(({ attributes }) =>
    attributes["aria-labelledby"] === "entry"
  )!;
  const text = pane.inner.replace(/<[^>]+>/g, " ");
  const { value } = (await app.millo.store.get(auditEntries, [1]))!;
  for (const part of ["Marta", "MC-7K3F-Q2ZD", "harm", "7", "Asked twice."]) {
    assertStringIncludes(text, part);
  }
  const packed = text.replace(/\s/g, "");
  assertStringIncludes(packed, value.hash);
  assertStringIncludes(packed, value.previous);
  assert(!html.includes(subject));
});

Deno.test("a verification by button says what it found, and stands in the log", async () => {
  await using app = await openApp();
  const { staff, staffId } = await enter(app, ["admin"], "Marta");
  const before = await (await staff.get("/admin/audit")).text();
  assertStringIncludes(before, "Not verified yet");
  const asked = await staff.post("/admin/audit", {});
  assertEquals(asked.headers.get("location"), "/admin/audit");
  const html = await (await staff.get("/admin/audit")).text();
  assertStringIncludes(html, "Unbroken from 0 to 0");
  assertMatch(html, /checked in \d[\d.]* s on/);
  const { value } = (await app.millo.store.get(auditEntries, [1]))!;
  assertEquals([value.action, value.actor], ["audit.verify", staffId]);
});

Deno.test("a change of the log is said on its page", async () => {
  await using app = await openApp();
  const { staff } = await enter(app, ["admin"], "Marta");
  await app.millo.auditLog.append(note({
    action: "audit.verify",
    details: {
      ...{ from: 0, size: 9, took: 5, sound: false },
      ...{ index: 4, kind: "missing" },
    },
  }));
  const html = await (await staff.get("/admin/audit")).text();
  assertStringIncludes(html, "Entry 4 is missing");
  assert(!html.includes("Unbroken"));
});

Deno.test("E03 the pages prove that an entry is in the log and that it only grew", async () => {
  await using app = await openApp();
  const { staff } = await enter(app, ["admin"], "Marta");
  const { auditor, auditLog } = app.millo;
  assertStringIncludes(
    await (await staff.get("/admin/audit/proofs")).text(),
    "No head has been signed yet",
  );
  assertStringIncludes(
    await (await staff.get("/admin/audit/proofs/0")).text(),
    "No head has been signed since this entry",
  );
  const older = (await auditor.checkpoint())!;
  for (let n = 0; n < 6; n++) await auditLog.append(note());
  const newer = (await auditor.checkpoint())!;
  const inclusion = await (await staff.get("/admin/audit/proofs/3")).text();
  assertStringIncludes(inclusion, "It holds: entry 3 is in the log of 7");
  const path = "/admin/audit/proofs?older=1&newer=7";
  const consistency = await (await staff.get(path)).text();
  assertStringIncludes(consistency, "It holds: the log of 1 is the beginning");
  // In other digits, as a person may type them.
  const typed = "/admin/audit/proofs?older=١&newer=７";
  assertStringIncludes(
    await (await staff.get(encodeURI(typed))).text(),
    "It holds: the log of 1 is the beginning",
  );
  for (
    const [query, size] of [["older=1&newer=6", 6], ["older=9&newer=7", 9]]
  ) {
    const path = `/admin/audit/proofs?${query}`;
    const html = await (await staff.get(path)).text();
    assertStringIncludes(html, `No head was signed at ${size}`);
    const headers = { accept: "application/json" };
    assertEquals((await staff.fetch(path, { headers })).status, 404);
  }
  // A program checks them by itself.
  const asJson = async (path: string) => {
    const headers = { accept: "application/json" };
    return await (await staff.fetch(path, { headers })).json();
  };
  const { proof }: { proof: InclusionProof } = await asJson(
    "/admin/audit/proofs/3",
  );
  assert(provesInclusion({ ...proof, head: newer.head }, proof.path));
  assert(!provesInclusion({ ...proof, head: older.head }, proof.path));
  const grown = await asJson(path);
  assert(provesConsistency(older, newer, grown.path));
  assertEquals((await asJson("/admin/audit/proofs")).checkpoints, [
    newer,
    older,
  ]);
});

Deno.test("S03: no address of the log changes it, for an admin either", async () => {
  await using app = await openApp();
  const { staff } = await enter(app, ["admin"], "Marta");
  await app.millo.auditLog.append(note());
  const { store } = app.millo;
  const entriesNow = async () =>
    (await Array.fromAsync(store.each(auditEntries)))
      .map(({ value }) => JSON.stringify(value));
  const before = await entriesNow();
  for (
    const path of ["", "?entry=0", "/proofs", "/proofs/0", "/0", "/entries/0"]
  ) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await staff.fetch(`/admin/audit${path}`, {
        method,
        headers: { origin: "http://localhost" },
        body: new URLSearchParams({ note: "Nothing happened." }),
      });
      await answer.body?.cancel();
    }
  }
  const after = await entriesNow();
  assertEquals(after.slice(0, before.length), before);
  // A look at the log is all that was added to it.
  for (const entry of after.slice(before.length)) {
    assert(/"(audit.verify|access.denied)"/.test(entry), entry);
  }
});
