import { AuditLog } from "../audit/mod.ts";
import { ROOMS } from "../app/mod.ts";
import { type Config, parseConfig, readEnv } from "../config/mod.ts";
import {
  type Clock,
  newSecret,
  sha256,
  systemClock,
  systemScheduler,
} from "../kernel/mod.ts";
import {
  addByOperator,
  type Role,
  ROLE_NAMES,
  writeInvitationFile,
} from "../staff/mod.ts";
import { shownAddress } from "./listen.ts";
import { say } from "./progress.ts";

/**
 * Invites somebody to the staff with these roles; answers the link. A store
 * that others reach is written to; one that is a file belongs to the server
 * that runs, or runs next, which takes the invitation out of the data folder.
 */
export async function inviteByCommand(
  config: Config,
  roles: readonly Role[],
  clock: Clock = systemClock,
): Promise<string> {
  const token = newSecret();
  const invitation = {
    digest: sha256(token),
    roles: [...roles],
    at: clock.now(),
  };
  if (/^https?:/.test(config.store)) {
    await using closing = new AsyncDisposableStack();
    const opening = { config, clock, scheduler: systemScheduler, closing };
    const store = await ROOMS.openStore(opening);
    const auditLog = new AuditLog({ store, clock });
    await addByOperator({ store, clock, auditLog }, invitation);
  } else {
    await writeInvitationFile(config.data, invitation);
  }
  const { host, port } = config.listen;
  const origin = config.origin ?? shownAddress(host, port);
  return `${origin}/staff/invitations/${token}`;
}

/** The roles that `invite` names; throws what to type instead. */
export function rolesIn(args: readonly string[]): Role[] {
  const [command, ...names] = args;
  if (command !== "invite" || names.length === 0) {
    throw new Error(
      "Cannot do that: type `deno task staff invite admin`, or other roles: " +
        ROLE_NAMES.join(", "),
    );
  }
  const isRole = (name: string): name is Role =>
    ROLE_NAMES.some((role) => role === name);
  const wrong = names.find((name) => !isRole(name));
  if (wrong !== undefined) {
    throw new Error(
      `Cannot invite: there is no role ${wrong}; there are ${
        ROLE_NAMES.join(", ")
      }`,
    );
  }
  return [...new Set(names.filter(isRole))];
}

if (import.meta.main) {
  try {
    const roles = rolesIn(Deno.args);
    const link = await inviteByCommand(parseConfig(readEnv()), roles);
    say("Whoever opens this link joins the staff. It works once, for an hour:");
    console.log(link);
    Deno.exit(0);
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
