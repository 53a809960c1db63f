/** Starts a program, says its pid and waits to be killed. */
import { startGuarded } from "../../lib/tasks/guarded.ts";

const sleeper = await startGuarded("sleep", { args: ["1000"] });
console.log(sleeper.pid);
setInterval(() => {}, 1000);
