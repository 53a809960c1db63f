import { assertEquals, assertRejects } from "@std/assert";
import { MINUTE, sha256 } from "../../lib/kernel/mod.ts";
import {
  type InvitationFile,
  readInvitationFile,
  removeInvitationFile,
  writeInvitationFile,
} from "../../lib/staff/invitation_files.ts";
import { INVITATION_MINUTES } from "../../lib/staff/mod.ts";

const AT = Date.UTC(2026, 10, 23);

function invitation(changes: Partial<InvitationFile> = {}): InvitationFile {
  return { digest: sha256("a link"), roles: ["admin"], at: AT, ...changes };
}

async function withFolder(
  work: (folder: string, path: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  await work(folder, `${folder}/staff_invitations`);
  await Deno.remove(folder, { recursive: true });
}

Deno.test("an invitation is read back by its digest, and by nobody else on the machine", async () => {
  await withFolder(async (folder, path) => {
    const given = invitation();
    await writeInvitationFile(folder, given);
    assertEquals(await readInvitationFile(folder, given.digest), given);
    const { mode } = await Deno.stat(`${path}/${given.digest}`);
    assertEquals(mode! & 0o777, 0o600);
    assertEquals((await Deno.stat(path)).mode! & 0o777, 0o700);
  });
});

Deno.test("a file that is there is not written over", async () => {
  await withFolder(async (folder) => {
    await writeInvitationFile(folder, invitation());
    await assertRejects(
      () => writeInvitationFile(folder, invitation({ roles: ["triage"] })),
      Deno.errors.AlreadyExists,
    );
  });
});

const DAMAGED: Readonly<Record<string, string>> = {
  "no JSON": "{",
  "no roles": JSON.stringify({ roles: [], at: AT }),
  "a role that there is not": JSON.stringify({ roles: ["king"], at: AT }),
  "no time": JSON.stringify({ roles: ["admin"] }),
};

for (const [what, text] of Object.entries(DAMAGED)) {
  Deno.test(`a file with ${what} invites nobody, and goes with the next invitation`, async () => {
    await withFolder(async (folder, path) => {
      await Deno.mkdir(path);
      const { digest } = invitation();
      await Deno.writeTextFile(`${path}/${digest}`, text);
      assertEquals(await readInvitationFile(folder, digest), null);
      const next = invitation({ digest: sha256("another link") });
      await writeInvitationFile(folder, next);
      const left = await Array.fromAsync(Deno.readDir(path));
      assertEquals(left.map(({ name }) => name), [next.digest]);
    });
  });
}

Deno.test("what nobody opened for an hour goes with the next invitation, and not before", async () => {
  await withFolder(async (folder) => {
    const first = invitation();
    await writeInvitationFile(folder, first);
    const life = INVITATION_MINUTES * MINUTE;
    const write = (link: string, at: number) =>
      writeInvitationFile(folder, invitation({ digest: sha256(link), at }));
    await write("second", AT + life - 1);
    assertEquals(await readInvitationFile(folder, first.digest), first);
    await write("third", AT + life);
    assertEquals(await readInvitationFile(folder, first.digest), null);
  });
});

Deno.test("taking a file out twice is no fault, and a folder that is none is", async () => {
  await withFolder(async (folder, path) => {
    const { digest } = invitation();
    await writeInvitationFile(folder, invitation());
    await removeInvitationFile(folder, digest);
    await removeInvitationFile(folder, digest);
    assertEquals(await readInvitationFile(folder, digest), null);
    await Deno.remove(path);
    await Deno.writeTextFile(path, "");
    await assertRejects(() => readInvitationFile(folder, digest));
  });
});
