import { assertEquals } from "@std/assert";
import {
  heartbeat,
  isLive,
  liveInstances,
  SILENCE,
} from "../../lib/cluster/mod.ts";
import { openCluster } from "../helpers/cluster.ts";

Deno.test("a process is alive until its next heartbeat is overdue", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  await heartbeat(deps, one);
  assertEquals(await liveInstances(deps), new Set([one]));
  assertEquals([await isLive(deps, one), await isLive(deps, other)], [
    true,
    false,
  ]);
  clock.pass(SILENCE - 1);
  assertEquals(await isLive(deps, one), true);
  clock.pass(1);
  assertEquals(await isLive(deps, one), false);
  assertEquals(await liveInstances(deps), new Set());
});

Deno.test("each heartbeat counts from its own time", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  await heartbeat(deps, one);
  clock.pass(SILENCE / 2);
  await heartbeat(deps, one);
  await heartbeat(deps, other);
  clock.pass(SILENCE - 1);
  assertEquals(await liveInstances(deps), new Set([one, other]));
});

Deno.test("two heartbeats of one process at once are one", async () => {
  using cluster = await openCluster();
  const { deps, one } = cluster;
  await Promise.all([heartbeat(deps, one), heartbeat(deps, one)]);
  assertEquals(await liveInstances(deps), new Set([one]));
});
