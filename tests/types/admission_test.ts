import { assertEquals } from "@std/assert";
import { configInUse } from "../offline/helpers/workspace.ts";

const PROBE = new URL("./admission_probe.ts", import.meta.url).href;

Deno.test("nobody joins the queue but by the proof that admit gives", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--config", await configInUse(), PROBE],
    env: { NO_COLOR: "1" },
    stderr: "piped",
  }).output();
  const report = code === 0 ? "" : new TextDecoder().decode(stderr);
  assertEquals(report, "");
});
