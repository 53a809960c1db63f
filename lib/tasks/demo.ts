import { AuditLog } from "../audit/mod.ts";
import { parseConfig, readEnv, setEnv } from "../config/mod.ts";
import { systemClock } from "../kernel/mod.ts";
import { EvidenceKeys } from "../safety/mod.ts";
import { KeyedDigests } from "../standing/mod.ts";
import { openStore } from "../store/mod.ts";
import { DemoClock, fillWithDemo } from "./demo_data.ts";
import { shownAddress } from "./listen.ts";
import { say } from "./progress.ts";
import { runStart } from "./start.ts";

/**
 * Starts Millo in development mode on a store of its own, filled with cases,
 * appeals and staff, and prints a link for each role that lets one in once.
 */
async function demo(): Promise<void> {
  const { data } = parseConfig(readEnv());
  const folder = `${data}/demo`;
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  setEnv("MILLO_MODE", "development");
  setEnv("MILLO_DATA", folder);
  setEnv("MILLO_KV", "");
  const config = parseConfig(readEnv());
  const clock = new DemoClock(systemClock.now());
  const store = await openStore({ at: config.store, clock });
  const evidenceKeys = new EvidenceKeys({
    ...{ store, clock, configured: config.evidenceKey, dataFolder: folder },
  });
  const digests = new KeyedDigests({
    ...{ store, clock, configured: config.deviceKey, dataFolder: folder },
  });
  const auditLog = new AuditLog({ store, clock });
  const links = await fillWithDemo({
    ...{ store, clock, auditLog, evidenceKeys, digests },
  }).finally(() => store.close());
  say("Each link lets one in once, within an hour:");
  const { host, port } = config.listen;
  for (const { name, roles, token } of links) {
    const link = `${shownAddress(host, port)}/staff/entry/${token}`;
    console.log(`${name} (${roles.join(", ")})\n  ${link}`);
  }
  await runStart();
}

if (import.meta.main) await demo();
