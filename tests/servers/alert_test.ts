import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openMillo } from "../../lib/app/mod.ts";
import { parseConfig, readEnv, setEnv } from "../../lib/config/mod.ts";
import { MINUTE, newAccountId, SECOND } from "../../lib/kernel/mod.ts";
import { goOnCall } from "../../lib/staff/mod.ts";
import { denoFlags } from "../../lib/tasks/deno.ts";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { type MailServer, startMailServer } from "../helpers/mail.ts";
import { eventually } from "../helpers/processes.ts";
import { actorFor, addCall, reported } from "../helpers/safety.ts";
import { proveAlertAddress } from "../helpers/staff.ts";

const FROM = "alerts@millo.example";

function mailTo(server: MailServer) {
  return { MILLO_SMTP_URL: server.url, MILLO_MAIL_FROM: FROM };
}

/** One of the staff who may answer alerts, with an address. */
async function colleague({ millo }: TestApp, name: string) {
  const safety = { ...millo.safety, clock: millo.clock as TestApp["clock"] };
  const deps = { ...safety, [Symbol.asyncDispose]: () => Promise.resolve() };
  const actor = await actorFor(deps, ["moderator"], "alert.answer");
  await proveAlertAddress(millo, actor.staffId, `${name}@example.org`);
  return actor;
}

Deno.test({
  name:
    "M39: the mail server has an alert at once, and again for all after two minutes",
  // The connection is kept for the next mail, and closed with the app.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using server = await startMailServer();
    await using app = await openApp(mailTo(server));
    const noor = await colleague(app, "noor");
    await colleague(app, "mei");
    await goOnCall(app.millo, noor, 8);
    const { case: number } = await reported(app.millo.safety, {
      reason: "danger",
    });
    const count = async () => (await server.received()).length;
    await eventually(async () => await count() === 1, "the first mail");
    const [mail] = await server.received();
    assertEquals(mail.to, "noor@example.org");
    assertEquals(
      mail.headers.get("subject"),
      `Somebody may be in danger: ${number}`,
    );
    assertStringIncludes(mail.text, `/admin/cases/${number}`);
    await app.scheduler.pass(2 * MINUTE);
    await eventually(async () => await count() === 3, "the second round");
    const to = (await server.received()).slice(1).map((one) => one.to);
    assertEquals(to.toSorted(), ["mei@example.org", "noor@example.org"]);
  },
});

Deno.test({
  name:
    "M39: an alert is mailed within 10 s where the process that took the report died",
  // Watches end with the handle; what they leave open is not a leak of ours.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
    const dataFile = await Deno.makeTempFile();
    const data = await Deno.makeTempDir();
    await using server = await startMailServer();
    const kv = await startDenokv({ binary, dataFile });
    setEnv("DENO_KV_ACCESS_TOKEN", kv.token);
    const millo = await openMillo({
      config: parseConfig({
        ...{ MILLO_KV: kv.url, MILLO_DATA: data, PORT: "8000" },
        ...{ LIVEKIT_URL: "ws://127.0.0.1:9", LIVEKIT_API_KEY: "key" },
        ...{ LIVEKIT_API_SECRET: "0".repeat(32), MILLO_MODE: "development" },
        ...mailTo(server),
      }),
    });
    try {
      const reporter = newAccountId();
      await colleague({ millo } as TestApp, "noor");
      const { id: call } = await addCall(millo, reporter);
      const taken = await new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "-A", ...denoFlags(), "tests/helpers/dying_process.ts"],
          ...[kv.url, call, reporter],
        ],
        stdout: "piped",
        stderr: "inherit",
      }).output();
      const died = performance.now();
      assertEquals(taken.signal, "SIGKILL");
      const number = new TextDecoder().decode(taken.stdout).trim();
      await eventually(
        async () => (await server.received()).length > 0,
        "the mail",
      );
      const seconds = (performance.now() - died) / SECOND;
      assert(seconds < 10, `${seconds} s`);
      const [mail] = await server.received();
      assertStringIncludes(mail.text, number);
    } finally {
      await millo.close();
      await kv.stop();
    }
  },
});
