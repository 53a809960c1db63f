import { pause } from "./figures.ts";

/** Ticks a second in which Linux counts what a process uses (USER_HZ). */
const TICKS = 100;

/** The share of one core that a process uses meanwhile, in percent. */
export async function coreShare(pid: number, ms: number): Promise<number> {
  const start = performance.now();
  const before = ticksOf(pid);
  await pause(ms);
  const seconds = (performance.now() - start) / 1000;
  return (ticksOf(pid) - before) / TICKS / seconds * 100;
}

/** Time in the program and in the system for it; see proc(5). */
function ticksOf(pid: number): number {
  const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
