import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  acquireLease,
  leaderOf,
  LEASE,
  releaseLease,
  type StoredLease,
} from "../../lib/cluster/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { leases } from "../../lib/cluster/records.ts";
import { openCluster } from "../helpers/cluster.ts";

const PROCESSES = [newId(), newId(), newId()];

/** What processes do with one lease, and how time passes. */
type Step =
  | { do: "hold" | "release"; who: number }
  | { do: "pass"; ms: number };

const who = fc.nat({ max: PROCESSES.length - 1 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("hold" as const), who }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("release" as const), who }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("pass" as const),
        ms: fc.oneof(fc.constantFrom(LEASE - 1, LEASE), fc.nat({ max: LEASE })),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { maxLength: 30 },
);

Deno.test("whatever processes do, one holds the lease, as long as it lasts", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      using cluster = await openCluster();
      const { clock, deps } = cluster;
      const held = new Map<number, StoredLease>();
      let owner: { who: number; until: number } | null = null;
      for (const step of steps) {
        if (step.do === "pass") {
          clock.pass(step.ms);
        } else if (step.do === "hold") {
          const lease = await acquireLease(deps, "x", PROCESSES[step.who]);
          const free = owner === null || owner.who === step.who ||
            owner.until <= clock.now();
          assertEquals(lease !== null, free);
          if (lease) {
            held.set(step.who, lease);
            owner = { who: step.who, until: clock.now() + LEASE };
          }
        } else if (step.do === "release") {
          const lease = held.get(step.who);
          held.delete(step.who);
          const isOwn = owner?.who === step.who;
          const done = lease ? await releaseLease(deps.store, lease) : false;
          assertEquals(done, lease !== undefined && isOwn);
          if (done) owner = null;
        }
        const leader = await leaderOf(deps, "x");
        const expected = owner && owner.until > clock.now()
          ? PROCESSES[owner.who]
          : null;
        assertEquals(leader, expected);
      }
    }),
    { numRuns: 40 },
  );
});

Deno.test("of those who hold a lease in turn, only the last can write as leader", async () => {
  using cluster = await openCluster();
  const { clock, deps } = cluster;
  const held: StoredLease[] = [];
  for (const owner of PROCESSES) {
    held.push((await acquireLease(deps, "x", owner))!);
    clock.pass(LEASE);
  }
  for (const [n, lease] of held.entries()) {
    const write = deps.store.write().unchanged(lease).create(leases, {
      ...{ name: `by ${n}`, owner: lease.value.owner, until: clock.now() },
    });
    assertEquals((await write.commit()).ok, n === held.length - 1);
  }
});

Deno.test("who renewed its lease cannot write by the one before", async () => {
  using cluster = await openCluster();
  const { deps, one } = cluster;
  const before = (await acquireLease(deps, "x", one))!;
  const after = (await acquireLease(deps, "x", one))!;
  assert(before.version !== after.version);
  assertEquals(await releaseLease(deps.store, before), false);
  assertEquals(await releaseLease(deps.store, after), true);
});

Deno.test("a lease lasts as long as is asked, to the millisecond", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  for (const length of [1, 250, LEASE, 3_600_000]) {
    const name = `x${length}`;
    assert(await acquireLease(deps, name, one, length));
    clock.pass(length - 1);
    assertEquals(await acquireLease(deps, name, other, length), null);
    clock.pass(1);
    assert(await acquireLease(deps, name, other, length));
  }
});
