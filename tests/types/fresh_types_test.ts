import { assertEquals } from "@std/assert";
import { configInUse } from "../offline/helpers/workspace.ts";

const PROBE = new URL("./fresh_probe.tsx", import.meta.url).href;

Deno.test("Fresh's types infer data and state, and refuse what does not fit", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--config", await configInUse(), PROBE],
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  const report = code === 0 ? "" : new TextDecoder().decode(stderr);
  assertEquals(report, "");
});
