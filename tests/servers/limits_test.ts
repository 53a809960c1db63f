import { assert, assertEquals, assertRejects } from "@std/assert";
import { denoFlags } from "../../lib/tasks/deno.ts";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { readEnv, setEnv } from "../../lib/config/mod.ts";
import { systemClock } from "../../lib/kernel/mod.ts";
import { Limiter, LIMITS, type SharedName } from "../../lib/limits/mod.ts";
import { openHeldLine } from "../helpers/held_line.ts";
import { openStore, StoreUnavailable } from "../../lib/store/mod.ts";

const PROCESSES = 3;

Deno.test({
  name:
    "real processes on one denokv hold a limit together, also while it is silent",
  // Watches end with the handle; what they leave open is not a leak of ours.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
    const dataFile = await Deno.makeTempFile();
    const server = await startDenokv({ binary, dataFile });
    setEnv("DENO_KV_ACCESS_TOKEN", server.token);
    const slow = await granted(server.url, "accounts");
    assertEquals(slow, LIMITS.accounts.size);
    const quick = await granted(server.url, "pages");
    const { size, refill } = LIMITS.pages;
    // Time does not stand still for them: some seconds bring some back.
    const most = size + (PROCESSES - 1) * size / 8 + 10 * refill;
    assert(quick >= size * 3 / 4 && quick <= most, `${quick} of ${size}`);

    const line = openHeldLine(server.url);
    const store = await openStore({ at: line.url, clock: systemClock });
    const limiter = new Limiter({ store, clock: systemClock });
    line.hold();
    const pages = Array.from({ length: 100 }, () => limiter.take("pages", "a"));
    const [waits] = await Promise.all([
      Promise.all(pages),
      assertRejects(() => limiter.take("gates", "a"), StoreUnavailable),
    ]);
    assertEquals(waits.filter((wait) => wait > 0), []);
    line.release();
    await store.close();
    await line[Symbol.asyncDispose]();
    await server.stop();
  },
});

/** What several processes let through that each ask for all of it. */
async function granted(url: string, name: SharedName): Promise<number> {
  const { size } = LIMITS[name];
  const outputs = await Promise.all(
    Array.from({ length: PROCESSES }, () =>
      new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "-A", ...denoFlags(), "tests/helpers/limits_process.ts"],
          ...[url, name, String(size)],
        ],
        stdout: "piped",
        stderr: "inherit",
      }).output()),
  );
  const counts = outputs.map(({ stdout }) =>
    Number(new TextDecoder().decode(stdout))
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
