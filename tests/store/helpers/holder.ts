/** Opens the store that it is given, says so and waits to be killed. */
import { systemClock } from "../../../lib/kernel/mod.ts";
import { openStore } from "../../../lib/store/mod.ts";

await openStore({ at: Deno.args[0], clock: systemClock });
console.log("open");
setInterval(() => {}, 1000);
