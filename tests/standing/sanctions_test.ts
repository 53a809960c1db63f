import { assert, assertEquals } from "@std/assert";
import { AuditLog } from "../../lib/audit/mod.ts";
import { HOUR, newAccountId, newId } from "../../lib/kernel/mod.ts";
import {
  confirmSanctionsOf,
  endReviews,
  endSanctionsOf,
  findStanding,
  listSanctions,
  nicknameForm,
  type Sanction,
} from "../../lib/standing/mod.ts";
import { openStore, type Write } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { impose } from "../helpers/sanctions.ts";

async function openStanding() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const auditLog = new AuditLog({ store, clock });
  return {
    ...{ clock, store },
    /** A write that is audited, as every change of a sanction is. */
    async change<T>(work: (write: Write) => Promise<T>): Promise<T> {
      const done = await auditLog.transact((write, audit) => {
        audit({ actor: { kind: "system" }, action: "sanction.end" });
        return work(write);
      });
      assert(done.ok);
      return done.value;
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

const kindsOf = (found: readonly Sanction[]) => found.map(({ kind }) => kind);

Deno.test("sanctions are listed newest first, each of the person asked for", async () => {
  await using here = await openStanding();
  const { store, clock } = here;
  const [ada, ben] = [newAccountId(), newAccountId()];
  for (const kind of ["suspension", "reporting_bar", "ban"] as const) {
    await impose(store, ada, { kind, from: clock.now() });
    clock.pass(1);
  }
  await impose(store, ben);
  assertEquals(kindsOf(await listSanctions(store, ada)), [
    "ban",
    "reporting_bar",
    "suspension",
  ]);
  assertEquals(kindsOf(await listSanctions(store, ben)), ["suspension"]);
});

Deno.test("the end of a review leaves what a decision imposed", async () => {
  await using here = await openStanding();
  const { store, clock } = here;
  const ada = newAccountId();
  await impose(store, ada, { kind: "review", until: null });
  await impose(store, ada, { kind: "suspension" });
  const ended = await here.change((write) =>
    endReviews(store, write, ada, clock.now())
  );
  assertEquals(kindsOf(ended), ["review"]);
  const { out } = await findStanding(store, ada, clock.now());
  assertEquals(out?.kind, "suspension");
  const again = await here.change((write) =>
    endReviews(store, write, ada, clock.now())
  );
  assertEquals(again, [], "what has ended does not end again");
});

Deno.test("a decision that is taken back ends all that it imposed, and nothing else", async () => {
  await using here = await openStanding();
  const { store, clock } = here;
  const ada = newAccountId();
  const decision = newId();
  await impose(store, ada, { kind: "suspension", decision });
  await impose(store, ada, { kind: "reporting_bar", decision });
  await impose(store, ada, { kind: "ban", decision: newId() });
  const ended = await here.change((write) =>
    endSanctionsOf(store, write, decision, clock.now())
  );
  assertEquals(kindsOf(ended).sort(), ["reporting_bar", "suspension"]);
  const left = (await listSanctions(store, ada))
    .filter(({ endedAt }) => endedAt === null);
  assertEquals(kindsOf(left), ["ban"]);
  const at = (await listSanctions(store, ada))
    .flatMap(({ endedAt }) => endedAt ?? []);
  assertEquals(new Set(at), new Set([clock.now()]));
});

Deno.test("a ban that a second person agreed to stands when its time would be over", async () => {
  await using here = await openStanding();
  const { store, clock } = here;
  const ada = newAccountId();
  const decision = newId();
  await impose(store, ada, {
    ...{ kind: "ban", until: null, decision },
    provisionalUntil: clock.now() + HOUR,
  });
  await impose(store, ada, { kind: "reporting_bar", decision });
  await here.change((write) => confirmSanctionsOf(store, write, decision));
  clock.pass(2 * HOUR);
  const { out } = await findStanding(store, ada, clock.now());
  assertEquals([out?.kind, out?.provisionalUntil], ["ban", null]);
});

Deno.test("a nickname is one line of what can be seen, and nothing is none", () => {
  const read = (nickname: string) => {
    const parsed = nicknameForm.safeParse({ nickname });
    return parsed.success ? parsed.data.nickname : parsed.error.issues[0];
  };
  const kept: [string, string | null][] = [
    ["", null],
    [" \u200b ", null],
    [" The\none  who sings ", "The one who sings"],
    ["ﬁne", "fine"],
    ["👨‍👩‍👧‍👦".repeat(19), "👨‍👩‍👧‍👦".repeat(19)],
    ["می‌خواهم", "می‌خواهم"],
  ];
  for (const [typed, name] of kept) assertEquals(read(typed), name, typed);
  for (const typed of ["x".repeat(31), "👨‍👩‍👧‍👦".repeat(20)]) {
    const fault = read(typed);
    assert(fault !== null && typeof fault === "object", typed);
    assertEquals(fault.path, ["nickname"]);
  }
});
