import { assert, assertEquals } from "@std/assert";
import { newestIndex } from "../../lib/audit/mod.ts";
import {
  BEAT,
  MAX_BEHIND,
  MAX_PER_SESSION,
  MAX_STREAMS,
} from "../../lib/changes/change_feed.ts";
import { HOUR, MINUTE, newAccountId } from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/mod.ts";
import { claimCase } from "../../lib/safety/mod.ts";
import {
  changeRoles,
  endStaffSession,
  findStaff,
} from "../../lib/staff/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestScheduler } from "../helpers/clock.ts";
import {
  follow,
  openFeeds,
  processOn,
  staffWith,
  TestPage,
} from "../helpers/feeds.ts";
import { actorFor, reported } from "../helpers/safety.ts";
import { addStaff, staffSession } from "../helpers/staff.ts";
import { settled } from "../helpers/turns.ts";
import { withBackend } from "../store/helpers/backends.ts";

Deno.test("what another process changes is told by number and kind, and no more", async () => {
  await using feeds = await openFeeds(2);
  const [one, other] = feeds.processes;
  const staff = await staffWith(one, ["moderator"]);
  const page = await follow(one, staff);
  const { case: number } = await reported(other.deps, { words: "Undressed." });
  await settled(() => page.changes.length === 1, "the report is told");
  const [change] = page.all("change");
  const id = await newestIndex(one.deps.store);
  assertEquals(change, {
    type: "change",
    id,
    data: { number, team: "general", kind: "report.file", own: false },
  });
});

Deno.test("M39: an admin without cases hears of alerts, and of nothing else", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const page = await follow(process, await staffWith(process, ["admin"]));
  const analyst = await follow(process, await staffWith(process, ["analyst"]));
  await reported(process.deps, { reason: "danger" });
  await process.feed.look();
  assertEquals(page.all("change").map(({ data }) => data.kind), [
    "alert.raise",
  ]);
  assertEquals(analyst.all("change"), []);
});

Deno.test({
  name: "two processes on a denokv server hear of each other by its watch",
  sanitizeOps: false,
  sanitizeResources: false,
  fn: () =>
    withBackend("denokv", async ({ store, clock, at }) => {
      const scheduler = new TestScheduler(clock);
      const one = processOn(store, clock, scheduler);
      const away = await openStore({ at, clock });
      const other = processOn(away, clock, scheduler);
      const page = await follow(one, await staffWith(one, ["moderator"]));
      const { case: number } = await reported(other.deps);
      // No beat falls due here: the clock stands still.
      await settled(() => page.changes.length > 0, "the report is told");
      assertEquals(page.changes, [`${number} report.file`]);
      page.leave();
      const back = await follow(other, await staffWith(other, ["moderator"]), {
        since: page.all("change")[0].id - 1,
      });
      assertEquals(back.changes, page.changes);
      await one.feed.stop();
      await other.feed.stop();
      await away.close();
    }),
});

Deno.test("a page is told which of the changes are its reader's own", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { deps } = process;
  const { case: number } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.claim");
  const theirs = await follow(process, actor.staff);
  const others = await follow(process, await staffWith(process, ["triage"]));
  assert((await claimCase(deps, actor, number)).ok);
  await process.feed.look();
  assertEquals(
    [theirs, others].map((page) =>
      page.all("change").map(({ data }) => data.own)
    ),
    [[true], [false]],
  );
});

Deno.test("whoever lost the stream goes on after what they heard last, on any process", async () => {
  await using feeds = await openFeeds(2);
  const [one, other] = feeds.processes;
  const staff = await staffWith(one, ["moderator"]);
  const page = await follow(one, staff);
  const first = await reported(one.deps);
  await settled(() => page.changes.length === 1, "the first is told");
  page.leave();
  const missed = [];
  // Enough that they are read in several batches, with others in between.
  for (let n = 0; n < 25; n++) {
    missed.push(`${(await reported(other.deps)).case} report.file`);
    await addStaff(other.deps, ["analyst"]);
  }
  const calm = await follow(other, await staffWith(other, ["triage"]));
  const back = await follow(other, staff, { since: page.all("change")[0].id });
  assertEquals(back.changes, missed);
  assertEquals(page.changes, [`${first.case} report.file`]);
  assertEquals([back.all("all"), calm.told], [[], []]);
});

Deno.test("whoever missed too much, or comes from another log, is told to look at everything", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { deps } = process;
  const staff = await staffWith(process, ["moderator"]);
  for (let n = 0; n <= MAX_BEHIND; n++) {
    await deps.auditLog.append({
      actor: { kind: "system" },
      action: "audit.verify",
    });
  }
  const newest = await newestIndex(deps.store);
  const all = { type: "all", id: newest, data: {} } as const;
  for (const since of [newest - MAX_BEHIND - 1, newest + 1]) {
    const page = await follow(process, staff, { since });
    assertEquals(page.told, [all], `since ${since}`);
    page.leave();
  }
  const fine = await follow(process, staff, { since: newest - MAX_BEHIND });
  assertEquals(fine.told, []);
});

Deno.test("A12: child safety's cases are told to nobody else, and other cases not to them", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const pages = {
    moderator: await follow(process, await staffWith(process, ["moderator"])),
    triage: await follow(process, await staffWith(process, ["triage"])),
    "child-safety": await follow(
      process,
      await staffWith(process, ["child-safety"]),
    ),
    admin: await follow(process, await staffWith(process, ["admin", "legal"])),
  };
  const flag = await reported(process.deps, { reason: "under_18" });
  const other = await reported(process.deps);
  await process.feed.look();
  const about = (number: string) => (page: TestPage) =>
    page.changes.some((change) => change.startsWith(number));
  const told = (number: string) =>
    Object.entries(pages).filter(([, page]) => about(number)(page))
      .map(([role]) => role);
  assertEquals(told(flag.case), ["child-safety"]);
  assertEquals(told(other.case), ["moderator", "triage"]);
  assertEquals(pages.admin.told, []);
});

Deno.test("a change of roles ends the streams before anything later is told", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { deps, feed } = process;
  const staff = await staffWith(process, ["child-safety"]);
  const page = await follow(process, staff);
  const bystander = await follow(process, await staffWith(process, ["triage"]));
  const admin = await actorFor(
    deps,
    ["admin", "moderator", "child-safety", "triage"],
    "staff.write",
  );
  const changed = await changeRoles(deps, admin, {
    id: staff.staffId,
    roles: ["triage"],
    version: 0,
  });
  assert(changed.ok);
  await reported(deps, { reason: "under_18" });
  await feed.look();
  assertEquals([page.changes, page.bye, page.isShut], [[], "again", true]);
  assertEquals([bystander.bye, bystander.isShut], [null, false]);
  assertEquals(feed.size, 1);
});

Deno.test("whoever comes back after a change of roles is told what was missed, as they are now", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { deps } = process;
  const { store, clock } = deps;
  const { staffId, token } = await addStaff(deps, ["child-safety"]);
  const before = (await findStaff(store, token, clock.now()))!;
  const since = await newestIndex(store);
  const roles = ["admin", "moderator", "child-safety", "triage"] as const;
  const admin = await actorFor(deps, roles, "staff.write");
  const changed = { id: staffId, roles: ["triage"] as const, version: 0 };
  assert((await changeRoles(deps, admin, changed)).ok);
  await reported(deps, { reason: "under_18" });
  const { case: number } = await reported(deps);
  // Looked up before the change, and opened after it.
  const late = new TestPage();
  const followed = await process.feed.follow({
    ...{ staff: before, port: late, since, person: null },
  });
  assertEquals(followed, { ok: false, refusal: "changed" });
  assertEquals([late.told, process.feed.size], [[], 0]);
  const after = (await findStaff(store, token, clock.now()))!;
  const back = await follow(process, after, { since });
  assertEquals([back.changes, back.bye], [[`${number} report.file`], null]);
});

Deno.test("what comes while the log is read to its end is told as well", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { store } = process.deps;
  const page = await follow(process, await staffWith(process, ["moderator"]));
  const getMany = store.getMany.bind(store);
  let comes = true;
  store.getMany = async (collection, keys) => {
    const found = await getMany(collection, keys);
    if (comes && collection.name === "audit_entries") {
      comes = false;
      await reported(process.deps);
    }
    return found;
  };
  await process.feed.look();
  assertEquals(page.changes.length, 1);
});

Deno.test("a session that is ended, left idle or over takes its streams along", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { deps, feed } = process;
  const { store, clock } = deps;
  const { staffId, token } = await addStaff(deps, ["moderator"]);
  const staff = (await findStaff(store, token, clock.now()))!;
  const ended = await follow(process, staff);
  await endStaffSession(deps, staff, { staffId, session: staff.facts.session });
  await feed.look();
  assertEquals([ended.bye, feed.size], ["again", 0]);

  const second = await staffSession(deps, staffId);
  const idle = (await findStaff(store, second, clock.now()))!;
  const page = await follow(process, idle);
  await feeds.scheduler.pass(30 * MINUTE - 1);
  assertEquals(page.bye, null);
  await feeds.scheduler.pass(BEAT);
  assertEquals([page.bye, page.isShut], ["signed_out", true]);

  const third = await staffSession(deps, staffId);
  const open = (await findStaff(store, third, clock.now()))!;
  const day = await follow(process, open);
  for (let n = 0; n < 24; n++) {
    assertEquals(day.bye, null);
    await feeds.scheduler.pass(20 * MINUTE);
    await findStaff(store, third, clock.now());
  }
  assertEquals(day.bye, "signed_out");
  assert(clock.now() - open.facts.endsAt < HOUR);
});

Deno.test("the oldest stream of a session gives way to one too many", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const staff = await staffWith(process, ["moderator"]);
  const other = await follow(process, await staffWith(process, ["moderator"]));
  const pages = [];
  for (let n = 0; n < MAX_PER_SESSION + 1; n++) {
    pages.push(await follow(process, staff));
  }
  assertEquals(pages.map(({ bye }) => bye), [
    "elsewhere",
    ...Array.from({ length: MAX_PER_SESSION }, () => null),
  ]);
  assertEquals(other.bye, null);
});

Deno.test("a process has so many streams and no more, and a stopped one none", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const pages: TestPage[] = [];
  const { staffId } = await addStaff(process.deps, ["moderator"]);
  while (pages.length < MAX_STREAMS) {
    const token = await staffSession(process.deps, staffId);
    const now = process.deps.clock.now();
    const staff = (await findStaff(process.deps.store, token, now))!;
    for (let n = 0; n < MAX_PER_SESSION && pages.length < MAX_STREAMS; n++) {
      pages.push(await follow(process, staff));
    }
  }
  const late = await staffWith(process, ["moderator"]);
  const asked = {
    ...{ staff: late, port: new TestPage(), since: null, person: null },
  };
  const full = await process.feed.follow(asked);
  assertEquals(full, { ok: false, refusal: "full" });
  await process.feed.stop();
  assert(pages.every(({ bye, isShut }) => bye === "restart" && isShut));
  assertEquals(await process.feed.follow(asked), full);
});

Deno.test("a browser that reads nothing any more is let go", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const page = await follow(process, await staffWith(process, ["moderator"]));
  page.isFull = true;
  await reported(process.deps);
  await process.feed.look();
  assertEquals([page.isShut, process.feed.size], [true, 0]);
});

Deno.test("a process listens once for all its pages, and not at all for none", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { store } = process.deps;
  let listeners = 0;
  const subscribe = store.subscribe.bind(store);
  store.subscribe = (channel, onPublish) => {
    const stop = subscribe(channel, onPublish);
    listeners++;
    return () => {
      listeners--;
      stop();
    };
  };
  const staff = await Promise.all(
    Array.from({ length: 10 }, () => staffWith(process, ["moderator"])),
  );
  const pages = await Promise.all(staff.map((one) => follow(process, one)));
  assertEquals([listeners, feeds.scheduler.size], [1, 1]);
  for (const page of pages) page.leave();
  assertEquals([listeners, feeds.scheduler.size], [0, 0]);
  const again = await follow(process, staff[0]);
  assertEquals([listeners, feeds.scheduler.size], [1, 1]);
  again.leave();
  again.leave();
  assertEquals([listeners, feeds.scheduler.size], [0, 0]);
});

Deno.test("where the person of a case is, is told at once and when it changes", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { store, clock } = process.deps;
  const person = newAccountId();
  const staff = await staffWith(process, ["moderator"]);
  const page = await follow(process, staff, { person });
  const blind = await follow(process, staff);
  const told = () => page.all("presence").map(({ data }) => data.presence);
  assertEquals(told(), ["away"]);
  const entry = {
    accountId: person,
    instance: "i".repeat(26),
    askedAt: clock.now(),
    waitingSince: clock.now(),
    call: null,
    lastCall: null,
  };
  assert((await store.write().create(queueEntries, entry).commit()).ok);
  await feeds.scheduler.pass(3 * BEAT);
  assertEquals(told(), ["away", "waiting"]);
  const stored = (await store.get(queueEntries, [person]))!;
  const inCall = { ...entry, waitingSince: null, call: "c".repeat(26) };
  assert((await store.write().replace(stored, inCall).commit()).ok);
  await feeds.scheduler.pass(BEAT);
  assertEquals(told(), ["away", "waiting", "in_call"]);
  assertEquals(blind.all("presence"), []);
});

Deno.test("a store that is away is read again at the next beat", async () => {
  await using feeds = await openFeeds(1);
  const [process] = feeds.processes;
  const { store } = process.deps;
  const page = await follow(process, await staffWith(process, ["moderator"]));
  const getMany = store.getMany.bind(store);
  store.getMany = () => Promise.reject(new Error("away"));
  await reported(process.deps).catch(() => {});
  await process.feed.look();
  assertEquals(new Set(feeds.faults), new Set(["read what has changed"]));
  await feeds.scheduler.pass(BEAT);
  assert(feeds.faults.includes("look after open streams"));
  store.getMany = getMany;
  const { case: number } = await reported(process.deps);
  await feeds.scheduler.pass(BEAT);
  assert(page.changes.includes(`${number} report.file`));
  assertEquals(page.bye, null);
  assert(page.all("beat").length > 0);
});
