/**
 * A process that takes a report of danger and dies in the same moment: nothing
 * of it runs on after the commit. Its arguments are a store, the id of the call
 * and of whoever reports.
 */
import type { AccountId } from "../../lib/kernel/mod.ts";
import { fileReport } from "../../lib/safety/mod.ts";
import { TestClock } from "./clock.ts";
import { filing, openSafety } from "./safety.ts";

const [at, call, reporter] = Deno.args;
const deps = await openSafety(at, new TestClock(Date.now()));
const filed = await fileReport(
  deps,
  reporter as AccountId,
  filing({ call, reason: "danger" }),
);
console.log(filed.ok ? filed.value.case : filed.refusal);
Deno.kill(Deno.pid, "SIGKILL");
