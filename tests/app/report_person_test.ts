import { assert, assertEquals } from "@std/assert";
import { AuditLog } from "../../lib/audit/mod.ts";
import { reportPerson } from "../../lib/app/mod.ts";
import { SECOND } from "../../lib/kernel/mod.ts";
import { createAdmit } from "../../lib/matching/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { EvidenceKeys } from "../../lib/safety/mod.ts";
import { findStanding, KeyedDigests } from "../../lib/standing/mod.ts";
import { NOTHING_AGAINST } from "../helpers/admission.ts";
import { openHubs, type TestHubs } from "../helpers/hubs.ts";
import { Visitor } from "../helpers/people.ts";
import { filing } from "../helpers/safety.ts";
import { settled } from "../helpers/turns.ts";

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

/** Two processes that ask whether somebody is held. */
async function open() {
  let cluster: TestHubs | null = null;
  const admit = createAdmit({
    ...NOTHING_AGAINST,
    held: async (accountId) => {
      const { stores: [store], clock } = cluster!;
      return (await findStanding(store, accountId, clock.now())).out === null;
    },
  });
  cluster = await openHubs(2, admit);
  const { stores: [store], clock, hubs: [liveHub] } = cluster;
  const keys = { store, clock, configured: null, dataFolder: null };
  const safety = {
    ...{ store, clock },
    auditLog: new AuditLog({ store, clock }),
    evidenceKeys: new EvidenceKeys(keys),
    digests: new KeyedDigests(keys),
  };
  return { cluster, parts: { liveHub, safety } };
}

/** Two who are in a call, through another process than the one that acts. */
async function inACall(cluster: TestHubs) {
  const there = cluster.hubs[1];
  const ada = await new Visitor().enter(there);
  const ben = await new Visitor().enter(there);
  await Promise.all([ada.find(), ben.find()]);
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  return { ada, ben, call: ada.all("matched")[0].call };
}

Deno.test({
  name:
    "A08: “Seems under 18” parts the two at once, holds the person, and lets the reporter go on when they like",
  ...shared,
  async fn() {
    const { cluster, parts } = await open();
    await using _ = cluster;
    const { ada, ben, call } = await inACall(cluster);
    const before = cluster.clock.now();
    const filed = await reportPerson(
      parts,
      ada.accountId,
      filing({ call, reason: "under_18" }),
    );
    assert(filed.ok);
    assertEquals(filed.value.reported, ben.accountId);
    await Promise.all([ada.until("ended"), ben.until("ended")]);
    await settled(() => cluster.media.open.size === 0, "the room is closed");
    assert(cluster.clock.now() - before < 2 * SECOND);
    const [store] = cluster.stores;
    assertEquals(await store.get(queueEntries, [ben.accountId]), null);
    // Whoever is held finds nobody; the reporter is asked nothing more.
    await ben.find();
    await ben.until("fault");
    await ada.find();
    await cluster.scheduler.pass(10 * SECOND);
    assertEquals([ada.all("matched").length, ben.all("matched").length], [
      1,
      1,
    ]);
    const faults = ben.all("fault").map(({ reason }) => reason);
    assertEquals([...new Set(faults)], ["sanctioned"]);
    await ada.stop();
    assertEquals(cluster.faults, []);
  },
});

Deno.test({
  name: "another reason parts the two as well, and holds nobody",
  ...shared,
  async fn() {
    const { cluster, parts } = await open();
    await using _ = cluster;
    const { ada, ben, call } = await inACall(cluster);
    const filed = await reportPerson(
      parts,
      ada.accountId,
      filing({ call, reason: "hate" }),
    );
    assert(filed.ok);
    await Promise.all([ada.until("ended"), ben.until("ended")]);
    assertEquals(ben.all("fault"), []);
    const cara = await new Visitor().enter(cluster.hubs[0]);
    await Promise.all([ben.find(), cara.find()]);
    await Promise.all([ben.until("matched"), cara.until("matched")]);
    await Promise.all([ben.stop(), cara.stop()]);
  },
});

Deno.test({
  name: "whoever was not in the call reports nobody, and parts nobody",
  ...shared,
  async fn() {
    const { cluster, parts } = await open();
    await using _ = cluster;
    const { ada, ben, call } = await inACall(cluster);
    const cara = await new Visitor().enter(cluster.hubs[0]);
    const filed = await reportPerson(
      parts,
      cara.accountId,
      filing({ call, reason: "under_18" }),
    );
    assertEquals(filed, { ok: false, refusal: "unknown" });
    assertEquals([ada.all("ended"), ben.all("fault")], [[], []]);
    await Promise.all([ada.stop(), ben.stop()]);
  },
});
