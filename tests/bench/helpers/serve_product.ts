/** The production build, with people who are let in already. */
import { addAccount } from "../../../lib/accounts/mod.ts";
import { closeMillo, type Millo, useMillo } from "../../../lib/app/mod.ts";
import { parseConfig, readEnv } from "../../../lib/config/mod.ts";
import {
  addAcceptances,
  currentDocument,
  REQUIRED,
} from "../../../lib/consent/mod.ts";
import { untilReleased } from "./server_process.ts";

const env = readEnv();
const config = parseConfig(env);
const millo = await useMillo({ config });
const sessions = await enrol(millo, Number(env.BENCH_PEOPLE ?? 0));
const built = new URL("../../../_fresh/server.js", import.meta.url);
const { default: app } = await import(built.href);
const server = Deno.serve({
  hostname: config.listen.host,
  port: config.listen.port,
  onListen: () => {},
  handler: app.fetch,
});
console.log(JSON.stringify({ port: server.addr.port, sessions }));
await untilReleased(async () => {
  await closeMillo();
  await server.shutdown();
});

/** What gate and consent leave behind. */
async function enrol({ store, clock }: Millo, count: number) {
  const tokens: string[] = [];
  for (let n = 0; n < count; n++) {
    const write = store.write();
    const now = clock.now();
    const { accountId, token } = addAccount(write, now);
    const said = { accountId, locale: "en", surface: "bench", now };
    addAcceptances(write, said, REQUIRED.map(currentDocument));
    tokens.push(token);
    await write.commit();
  }
  return tokens;
}
