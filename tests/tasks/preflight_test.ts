import { assert, assertEquals } from "@std/assert";
import { denoFlags } from "../../lib/tasks/deno.ts";
import { runToEnd } from "../../lib/tasks/command.ts";

const WHOLE = {
  LIVEKIT_URL: "wss://media.example",
  LIVEKIT_API_KEY: "key",
  LIVEKIT_API_SECRET: "0123456789abcdefghjkmnpqrstvwxyz",
};

/** What is said before a server stands on these settings, and the code. */
async function look(env: Record<string, string>) {
  const { code, stdout, stderr } = await runToEnd(Deno.execPath(), {
    args: ["run", "-A", "--no-check", ...denoFlags(), "lib/tasks/preflight.ts"],
    timeoutMs: 20_000,
    env: {
      ...{ LIVEKIT_URL: "", LIVEKIT_API_KEY: "", LIVEKIT_API_SECRET: "" },
      ...env,
    },
  });
  return { code, stdout, said: stderr.trim() };
}

Deno.test("settings that are whole pass in silence", async () => {
  assertEquals(await look(WHOLE), { code: 0, stdout: "", said: "" });
});

Deno.test("without a media server nothing is served, and the way out is told", async () => {
  const { code, said } = await look({});
  assertEquals(code, 1);
  for (const name of [...Object.keys(WHOLE), "deno task start"]) {
    assert(said.includes(name), said);
  }
});

Deno.test("every fault is told at once, and no secret is", async () => {
  const secret = "a-secret-that-is-short";
  const { code, said } = await look({
    ...WHOLE,
    LIVEKIT_API_SECRET: secret,
    PORT: "eighty",
    MILLO_LOG: "loud",
  });
  assertEquals(code, 1);
  for (const name of ["LIVEKIT_API_SECRET", "PORT", "MILLO_LOG"]) {
    assert(said.includes(name), said);
  }
  assertEquals(said.includes(secret), false);
  assertEquals(/\bat \S+:\d+/.test(said), false, "no stack");
});
