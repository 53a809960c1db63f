/**
 * The production build, with moderators who are signed in, cases that wait, and
 * people who had a call a moment ago.
 */
import { addAccount } from "../../../lib/accounts/mod.ts";
import { closeMillo, type Millo, useMillo } from "../../../lib/app/mod.ts";
import { parseConfig, readEnv } from "../../../lib/config/mod.ts";
import {
  addAcceptances,
  currentDocument,
  REQUIRED,
} from "../../../lib/consent/mod.ts";
import { newAccountId } from "../../../lib/kernel/mod.ts";
import { addCall, reported } from "../../helpers/safety.ts";
import { addStaff } from "../../helpers/staff.ts";
import { untilReleased } from "./server_process.ts";

export interface Reporter {
  /** Of their session's cookie. */
  token: string;
  /** The call that they may report. */
  call: string;
}

const env = readEnv();
const config = parseConfig(env);
const millo = await useMillo({ config });
const staff: string[] = [];
for (let n = 0; n < Number(env.BENCH_STAFF); n++) {
  staff.push((await addStaff(millo, ["moderator"], `Mod ${n}`)).token);
}
for (let n = 0; n < Number(env.BENCH_CASES); n++) {
  await reported(millo.safety, { reason: "other" });
}
const reporters: Reporter[] = [];
for (let n = 0; n < Number(env.BENCH_REPORTERS); n++) {
  reporters.push(await enrol(millo));
}
const built = new URL("../../../_fresh/server.js", import.meta.url);
const { default: app } = await import(built.href);
const server = Deno.serve({
  hostname: config.listen.host,
  port: config.listen.port,
  onListen: () => {},
  handler: app.fetch,
});
console.log(JSON.stringify({
  ...{ port: server.addr.port, pid: Deno.pid, staff, reporters },
}));
await untilReleased(async () => {
  await closeMillo();
  await server.shutdown();
});

/** What gate, consent and a call leave behind. */
async function enrol({ store, clock }: Millo): Promise<Reporter> {
  const write = store.write();
  const now = clock.now();
  const { accountId, token } = addAccount(write, now);
  const said = { accountId, locale: "en", surface: "bench", now };
  addAcceptances(write, said, REQUIRED.map(currentDocument));
  await write.commit();
  const call = await addCall({ store, clock }, accountId, newAccountId());
  return { token, call: call.id };
}
