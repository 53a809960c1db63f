import { z } from "zod";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import { type Role, ROLE_NAMES } from "./permissions.ts";
import { INVITATION_MINUTES } from "./records.ts";

/**
 * Invitations that a command leaves in the data folder: a server that runs has
 * the store for itself, and whoever can write there may invite anybody anyway.
 * A file's name is the digest of its link, so that the folder opens nothing.
 */
const FOLDER = "staff_invitations";

export interface InvitationFile {
  digest: string;
  roles: Role[];
  at: Millis;
}

const content = z.object({
  roles: z.array(z.enum(ROLE_NAMES as [Role, ...Role[]])).min(1),
  at: z.number().int(),
});

/**
 * Leaves an invitation for the server that runs, or the next one. Those that
 * nobody opened in time go away.
 */
export async function writeInvitationFile(
  dataFolder: string,
  { digest, roles, at }: InvitationFile,
): Promise<void> {
  await Deno.mkdir(`${dataFolder}/${FOLDER}`, { recursive: true, mode: 0o700 });
  for await (const { name } of Deno.readDir(`${dataFolder}/${FOLDER}`)) {
    const left = await readInvitationFile(dataFolder, name);
    const ends = (left?.at ?? 0) + INVITATION_MINUTES * MINUTE;
    if (ends <= at) await removeInvitationFile(dataFolder, name);
  }
  await Deno.writeTextFile(
    pathOf(dataFolder, digest),
    JSON.stringify({ roles, at }),
    { mode: 0o600, createNew: true },
  );
}

/** The one behind a link; null where there is none, or it is damaged. */
export async function readInvitationFile(
  dataFolder: string,
  digest: string,
): Promise<InvitationFile | null> {
  try {
    const text = await Deno.readTextFile(pathOf(dataFolder, digest));
    const parsed = content.safeParse(JSON.parse(text));
    return parsed.success ? { digest, ...parsed.data } : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Takes one out of the folder, once it is in the store. */
export async function removeInvitationFile(
  dataFolder: string,
  digest: string,
): Promise<void> {
  await Deno.remove(pathOf(dataFolder, digest)).catch((error) => {
    // Another request took it a moment ago.
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

/** The digest is hexadecimal and nothing else, so it leads nowhere else. */
function pathOf(dataFolder: string, digest: string): string {
  return `${dataFolder}/${FOLDER}/${digest}`;
}
