import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;

/** Megabytes of the heap that are in use once what is garbage is gone. */
export async function heapInUse(): Promise<number> {
  // What was just answered may hold on for a turn or two.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  return Deno.memoryUsage().heapUsed / 1024 ** 2;
}
