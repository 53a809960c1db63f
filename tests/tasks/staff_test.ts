import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { denoFlags } from "../../lib/tasks/deno.ts";
import { inviteByCommand, rolesIn } from "../../lib/tasks/staff.ts";
import { configOf, openApp } from "../helpers/app.ts";

/** As a person types it, beside a server that runs. */
async function type(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...denoFlags(), "lib/tasks/staff.ts", ...args],
    env: { MILLO_ORIGIN: "", PORT: "", MILLO_KV: "", ...env, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

function pathOf(link: string): string {
  return new URL(link).pathname;
}

Deno.test("S01: the printed link opens on a server that has the store for itself", async () => {
  const data = await Deno.makeTempDir();
  try {
    const env = { MILLO_DATA: data, MILLO_KV: `${data}/millo.kv` };
    await using app = await openApp(env);
    const { code, stdout } = await type(["invite", "admin"], env);
    assertEquals(code, 0);
    assertMatch(
      stdout,
      /^http:\/\/localhost:8000\/staff\/invitations\/[0-9a-z]{52}$/,
    );
    const answer = await app.fetch(pathOf(stdout));
    assertEquals(answer.status, 200);
    assertStringIncludes(await answer.text(), "Admin");
    const { status } = await app.fetch("/staff/invitations/no-such-link");
    assertEquals(status, 404);
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("a printed link works for an hour, whether it was opened before or not", async () => {
  const data = await Deno.makeTempDir();
  try {
    await using app = await openApp({ MILLO_DATA: data });
    const config = app.millo.config;
    const ask = async (link: string) => (await app.fetch(pathOf(link))).status;
    const [early, late] = [
      await inviteByCommand(config, ["admin"], app.clock),
      await inviteByCommand(config, ["admin", "legal"], app.clock),
    ];
    assert(early !== late);
    app.clock.pass(59 * 60_000);
    assertEquals(await ask(early), 200);
    app.clock.pass(60_000);
    assertEquals([await ask(early), await ask(late)], [404, 404]);
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("what nobody opened in time goes from the folder with the next invitation", async () => {
  const data = await Deno.makeTempDir();
  try {
    await using app = await openApp({ MILLO_DATA: data });
    const { config } = app.millo;
    const files = async () =>
      (await Array.fromAsync(Deno.readDir(`${data}/staff_invitations`))).length;
    await inviteByCommand(config, ["admin"], app.clock);
    await inviteByCommand(config, ["admin"], app.clock);
    assertEquals(await files(), 2);
    app.clock.pass(60 * 60_000);
    await inviteByCommand(config, ["admin"], app.clock);
    assertEquals(await files(), 1);
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("the link names the public origin where there is one", async () => {
  const data = await Deno.makeTempDir();
  const ask = (settings: Record<string, string>) =>
    inviteByCommand(configOf({ MILLO_DATA: data, ...settings }), ["admin"]);
  try {
    const at = async (settings: Record<string, string>) =>
      new URL(await ask(settings)).origin;
    assertEquals(
      await at({ MILLO_ORIGIN: "https://millo.example" }),
      "https://millo.example",
    );
    assertEquals(await at({ PORT: "9001" }), "http://localhost:9001");
  } finally {
    await Deno.remove(data, { recursive: true });
  }
});

Deno.test("what the command does not know is named, with what there is", async () => {
  assertEquals(rolesIn(["invite", "admin", "legal", "admin"]), [
    "admin",
    "legal",
  ]);
  for (const args of [[], ["invite"], ["remove", "admin"]]) {
    assertThrows(() => rolesIn(args), Error, "type `deno task staff invite");
  }
  const { code, stdout, stderr } = await type(["invite", "boss"], {});
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "Cannot invite: there is no role boss");
});
