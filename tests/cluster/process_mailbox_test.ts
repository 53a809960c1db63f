import { accountNamed } from "../helpers/ids.ts";
import { assert, assertEquals } from "@std/assert";
import { ProcessMailbox, type ProcessMessage } from "../../lib/cluster/mod.ts";
import { processMessages } from "../../lib/cluster/records.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { openCluster, type TestCluster } from "../helpers/cluster.ts";

const ADA = accountNamed("a".repeat(26));
const CALL = "c".repeat(26);
const MESSAGES: ProcessMessage[] = [
  { kind: "arrived", accountId: ADA },
  { kind: "matched", accountId: ADA, callId: CALL },
  { kind: "ended", accountId: ADA, callId: CALL, ending: "they" },
];

function mailboxOf({ deps, clock }: TestCluster, self: string) {
  const heard: ProcessMessage[] = [];
  const mailbox = new ProcessMailbox(
    deps.store,
    clock,
    self,
    (message) => heard.push(message),
  );
  return { mailbox, heard };
}

Deno.test("every kind of message reaches the other process as it was sent, in order", async () => {
  using cluster = await openCluster();
  const { clock, deps } = cluster;
  const [one, other] = [cluster.one, cluster.other].map((self) =>
    mailboxOf(cluster, self)
  );
  for (const message of MESSAGES) {
    const write = deps.store.write();
    one.mailbox.add(write, cluster.other, message)();
    assert((await write.commit()).ok);
    clock.pass(1);
  }
  await one.mailbox.look();
  assertEquals([one.heard, other.heard], [[], []]);
  await other.mailbox.look();
  assertEquals(other.heard, MESSAGES);
});

Deno.test("a message is handed over once, however often one looks", async () => {
  using cluster = await openCluster();
  const { deps, one, other } = cluster;
  const { mailbox, heard } = mailboxOf(cluster, other);
  const write = deps.store.write();
  mailboxOf(cluster, one).mailbox.add(write, other, MESSAGES[1]);
  await write.commit();
  await Promise.all([mailbox.look(), mailbox.look(), mailbox.look()]);
  await mailbox.look();
  assertEquals(heard, [MESSAGES[1]]);
  const left = await deps.store.all(processMessages, { limit: 9 });
  assertEquals(left.items, []);
});

Deno.test("more messages than one page are all handed over", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  const { mailbox, heard } = mailboxOf(cluster, other);
  const sender = mailboxOf(cluster, one).mailbox;
  const accounts = Array.from({ length: 150 }, () => newAccountId());
  for (const accountId of accounts) {
    const write = deps.store.write();
    sender.add(write, other, { kind: "arrived", accountId });
    await write.commit();
    clock.pass(1);
  }
  await mailbox.look();
  assertEquals(heard.map(({ accountId }) => accountId), accounts);
});

Deno.test("a message to oneself waits for its write and leaves no record", async () => {
  using cluster = await openCluster();
  const { deps, one } = cluster;
  const { mailbox, heard } = mailboxOf(cluster, one);
  const write = deps.store.write();
  const handOver = mailbox.add(write, one, MESSAGES[2]);
  assertEquals(heard, []);
  handOver();
  assertEquals(heard, [MESSAGES[2]]);
  const kept = await deps.store.all(processMessages, { limit: 9 });
  assertEquals(kept.items, []);
});

Deno.test("a message that nobody fetched is gone after five minutes", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  const { mailbox, heard } = mailboxOf(cluster, other);
  const write = deps.store.write();
  mailboxOf(cluster, one).mailbox.add(write, other, MESSAGES[1]);
  await write.commit();
  clock.pass(5 * 60_000);
  await mailbox.look();
  assertEquals(heard, []);
});
