import { assert, assertEquals } from "@std/assert";
import { MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { addMail } from "../../lib/notices/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { lastAlert } from "../../lib/safety/mod.ts";
import { alerts } from "../../lib/safety/records.ts";
import { goOnCall } from "../../lib/staff/mod.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { actorFor, reported, type TestSafety } from "../helpers/safety.ts";
import { proveAlertAddress } from "../helpers/staff.ts";
import { settled } from "../helpers/turns.ts";

/** A mail server at which nobody answers. */
const MAIL = {
  MILLO_SMTP_URL: "smtp://127.0.0.1:9",
  MILLO_MAIL_FROM: "alerts@millo.example",
};

async function colleague({ millo, clock }: TestApp) {
  const safety = { ...millo.safety, clock } as unknown as TestSafety;
  const actor = await actorFor(safety, ["moderator"], "alert.answer");
  await proveAlertAddress(millo, actor.staffId, "noor@example.org");
  return actor;
}

async function outbox({ millo }: TestApp) {
  const all = await Array.fromAsync(millo.store.each(mails));
  return all.map(({ value }) => [value.template, value.tries]);
}

/** An alert as a process left it that died with the commit: nobody heard. */
async function unheard({ millo, clock }: TestApp): Promise<void> {
  const number = (await reported(millo.safety)).case;
  await millo.auditLog.transact((write, audit) => {
    write.add(alerts, {
      ...{ id: "a".repeat(26), case: number, team: "general" },
      ...{ cause: "reported", reason: "danger", by: null, at: clock.now() },
      ...{ rounds: 0, told: [], everybody: false, toldAt: null },
      ...{ dueAt: clock.now(), openSince: clock.now() },
      ...{ answeredBy: null, endedAt: null },
    });
    audit({ actor: { kind: "system" }, action: "alert.raise", object: number });
  });
}

Deno.test("M39: the timetable tells what nobody heard of, and has it mailed, within 3 s", async () => {
  await using app = await openApp(MAIL);
  await goOnCall(app.millo, await colleague(app), 8);
  await unheard(app);
  assertEquals(await outbox(app), []);
  await app.scheduler.pass(3 * SECOND);
  await settled(
    async () => (await outbox(app)).some(([, tries]) => tries === 1),
    "the mail is tried",
  );
  assertEquals(await outbox(app), [["alertRaised", 1]]);
});

Deno.test("M39: a mail of an alert that its process left is tried with the next look", async () => {
  await using app = await openApp(MAIL);
  await goOnCall(app.millo, await colleague(app), 8);
  await unheard(app);
  const stored = (await app.millo.store.get(alerts, ["a".repeat(26)]))!;
  const now = app.clock.now();
  // As if the round had been written, and nothing after it had run.
  await app.millo.auditLog.transact((write, audit) => {
    write.replace(stored, { ...stored.value, rounds: 1, dueAt: now + MINUTE });
    const { case: object } = stored.value;
    audit({ actor: { kind: "system" }, action: "alert.send", object });
  });
  const quiet = app.millo.store.write();
  addMail(quiet, {
    ...{ to: "noor@example.org", accountId: null, template: "nobodyOnCall" },
    ...{ values: {}, now, urgent: true },
  });
  await app.millo.sender!.stop();
  assert((await quiet.commit()).ok);
  assertEquals(await outbox(app), [["nobodyOnCall", 0]]);
  await app.scheduler.pass(3 * SECOND);
  await settled(
    async () => (await outbox(app))[0][1] === 1,
    "the mail is tried",
  );
});

Deno.test("a shift that ends is told of by the timetable, once", async () => {
  await using app = await openApp(MAIL);
  await goOnCall(app.millo, await colleague(app), 1);
  await app.scheduler.pass(59 * MINUTE);
  assertEquals(await outbox(app), []);
  await app.scheduler.pass(MINUTE + 3 * SECOND);
  await app.scheduler.pass(MINUTE);
  assertEquals((await outbox(app)).map(([template]) => template), [
    "nobodyOnCall",
  ]);
});

Deno.test("without a mail server alerts are told on pages, and rounds go on", async () => {
  await using app = await openApp();
  await goOnCall(app.millo, await colleague(app), 8);
  await reported(app.millo.safety, { reason: "danger" });
  await app.scheduler.pass(2 * MINUTE + 3 * SECOND);
  const alert = (await lastAlert(app.millo.store, ["general"]))!;
  assertEquals([alert.rounds, alert.everybody], [2, true]);
});
