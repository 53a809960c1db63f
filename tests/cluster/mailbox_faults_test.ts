import { assert, assertEquals, assertRejects } from "@std/assert";
import { ProcessMailbox, type ProcessMessage } from "../../lib/cluster/mod.ts";
import { processMessages } from "../../lib/cluster/records.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import { StoreUnavailable } from "../../lib/store/mod.ts";
import { openCluster, type TestCluster } from "../helpers/cluster.ts";
import { settled } from "../helpers/turns.ts";

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

/** A process's mailbox, with what it heard; `fails` of it it cannot bear. */
function openMailbox(
  { deps, clock }: TestCluster,
  self: string,
  fails: readonly AccountId[] = [],
) {
  const heard: AccountId[] = [];
  const mailbox = new ProcessMailbox(
    deps.store,
    clock,
    self,
    ({ accountId }) => {
      heard.push(accountId);
      if (fails.includes(accountId)) throw new Error("Cannot hear that");
    },
  );
  return { mailbox, heard };
}

async function send(
  cluster: TestCluster,
  ...people: AccountId[]
): Promise<void> {
  const { mailbox } = openMailbox(cluster, cluster.one);
  for (const accountId of people) {
    const write = cluster.deps.store.write();
    mailbox.add(write, cluster.other, { kind: "arrived", accountId });
    assert((await write.commit()).ok);
    cluster.clock.pass(1);
  }
}

async function left({ deps: { store } }: TestCluster): Promise<AccountId[]> {
  const page = await store.all(processMessages, { limit: 99 });
  return page.items.map(({ value }) => value.accountId);
}

const [ADA, BEN, CLEO] = [newAccountId(), newAccountId(), newAccountId()];

Deno.test("a message whose write fails was never sent", async () => {
  using cluster = await openCluster();
  const { deps: { store }, one, other } = cluster;
  const { mailbox, heard } = openMailbox(cluster, one);
  await send(cluster, ADA);
  const [stored] = (await store.all(processMessages, { limit: 1 })).items;
  assert((await store.write().remove(stored).commit()).ok);
  const write = store.write().remove(stored);
  mailbox.add(write, other, { kind: "arrived", accountId: BEN });
  mailbox.add(write, one, { kind: "arrived", accountId: BEN });
  assertEquals((await write.commit()).ok, false);
  assertEquals([heard, await left(cluster)], [[], []]);
});

Deno.test("one that cannot be borne keeps none of the others from being heard", async () => {
  using cluster = await openCluster();
  await send(cluster, ADA, BEN, CLEO);
  const { mailbox, heard } = openMailbox(cluster, cluster.other, [BEN]);
  await assertRejects(() => mailbox.look(), Error, "Cannot hear that");
  await mailbox.look();
  assertEquals(heard, [ADA, BEN, CLEO], "each once, and in order");
  assertEquals(await left(cluster), []);
});

Deno.test("a message is for one process, whoever else looks", async () => {
  using cluster = await openCluster();
  await send(cluster, ADA);
  const { mailbox, heard } = openMailbox(cluster, cluster.one);
  await mailbox.look();
  assertEquals([heard, await left(cluster)], [[], [ADA]]);
});

Deno.test("two that look for one process hear each message once between them", async () => {
  using cluster = await openCluster();
  const people = Array.from({ length: 40 }, newAccountId);
  await send(cluster, ...people);
  const [one, two] = [cluster.other, cluster.other].map((self) =>
    openMailbox(cluster, self)
  );
  await Promise.all([one.mailbox.look(), two.mailbox.look()]);
  const heard = [...one.heard, ...two.heard];
  assertEquals(heard.toSorted(), people.toSorted());
});

Deno.test("what comes while one looks is heard by the look that it asked for", async () => {
  using cluster = await openCluster();
  await send(cluster, ADA);
  const { mailbox, heard } = openMailbox(cluster, cluster.other);
  const looking = mailbox.look();
  await send(cluster, BEN);
  await mailbox.look();
  await looking;
  assertEquals(heard, [ADA, BEN]);
});

Deno.test("a store that is away is told to who looks, and loses nothing", async () => {
  using cluster = await openCluster();
  await send(cluster, ADA, BEN);
  const { store } = cluster.deps;
  const { mailbox, heard } = openMailbox(cluster, cluster.other);
  const list = store.list;
  store.list = () => Promise.reject(new StoreUnavailable("Cannot list"));
  await assertRejects(() => mailbox.look(), StoreUnavailable);
  await assertRejects(() => mailbox.look(), StoreUnavailable);
  store.list = list;
  await mailbox.look();
  assertEquals(heard, [ADA, BEN]);
});

Deno.test("of somebody who was erased nothing is told any more", async () => {
  using cluster = await openCluster();
  const { clock, deps: { store }, one, other } = cluster;
  await store.addTombstone(ADA, clock.now());
  const write = store.write();
  openMailbox(cluster, one).mailbox
    .add(write, other, { kind: "arrived", accountId: ADA });
  const commit = await write.commit();
  assertEquals([commit.ok, await left(cluster)], [false, []]);
});

Deno.test("a message that is malformed is not written", async () => {
  using cluster = await openCluster();
  const { deps: { store }, one, other } = cluster;
  const { mailbox } = openMailbox(cluster, one);
  const odd = [
    { kind: "matched", accountId: ADA, callId: "short" },
    { kind: "ended", accountId: ADA, callId: "c".repeat(26), ending: "both" },
    { kind: "unknown", accountId: ADA },
    { kind: "arrived", accountId: "nobody" },
  ] as unknown as ProcessMessage[];
  for (const message of odd) {
    const refused = await (async () => {
      const write = store.write();
      mailbox.add(write, other, message);
      return (await write.commit()).ok;
    })().catch(() => false);
    assertEquals(refused, false, message.kind);
  }
  assertEquals(await left(cluster), []);
});

Deno.test({
  name: "a bell rings at the other process, and no more once it stopped",
  ...shared,
  async fn() {
    using cluster = await openCluster();
    const { mailbox, heard } = openMailbox(cluster, cluster.other);
    mailbox.start();
    await send(cluster, ADA);
    await settled(() => heard.length === 1, "it hears of her");
    mailbox.stop();
    await send(cluster, BEN);
    for (let n = 0; n < 20; n++) await new Promise((r) => setTimeout(r, 0));
    assertEquals(heard, [ADA]);
    await mailbox.look();
    assertEquals(heard, [ADA, BEN]);
  },
});
