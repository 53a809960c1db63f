import { assertEquals, assertRejects } from "@std/assert";
import { chooseFresh, saysWhich } from "../../offline/launcher/choose.ts";
import { upstreamLock } from "../../offline/launcher/locks.ts";
import { offlineConfig } from "../../offline/launcher/setup.ts";

interface Lock {
  npm: Record<string, { integrity?: string }>;
  workspace: { links?: unknown };
}

Deno.test("a checkout asks JSR once and keeps the answer", async () => {
  const root = await Deno.makeTempDir();
  let asked = 0;
  const ask = (answer: boolean) => ({
    env: {},
    jsrAnswers: () => (asked++, Promise.resolve(answer)),
  });
  assertEquals(await chooseFresh(root, ask(false)), {
    fresh: "offline",
    reason: "asked",
  });
  assertEquals(await chooseFresh(root, ask(true)), {
    fresh: "offline",
    reason: "kept",
  });
  assertEquals(asked, 1);
});

Deno.test("an answering JSR means upstream Fresh", async () => {
  const root = await Deno.makeTempDir();
  const choice = await chooseFresh(root, {
    env: {},
    jsrAnswers: () => Promise.resolve(true),
  });
  assertEquals(choice, { fresh: "jsr", reason: "asked" });
  assertEquals(saysWhich(choice), "Fresh: upstream, from JSR");
});

Deno.test("MILLO_FRESH wins over the kept answer and asks nobody", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(`${root}/.millo`);
  await Deno.writeTextFile(`${root}/.millo/fresh`, "offline\n");
  const choice = await chooseFresh(root, {
    env: { MILLO_FRESH: "jsr" },
    jsrAnswers: () => Promise.reject(new Error("asked")),
  });
  assertEquals(choice, { fresh: "jsr", reason: "forced" });
});

Deno.test("MILLO_FRESH with another value is refused", async () => {
  await assertRejects(
    () =>
      chooseFresh("/nowhere", {
        env: { MILLO_FRESH: "npm" },
        jsrAnswers: () => Promise.resolve(true),
      }),
    Error,
    'Cannot choose Fresh: MILLO_FRESH is "npm", not jsr or offline',
  );
});

Deno.test("MILLO_DENO_CONFIG is used as it is", async () => {
  const choice = await chooseFresh("/nowhere", {
    env: { MILLO_DENO_CONFIG: "mine.json", MILLO_FRESH: "jsr" },
    jsrAnswers: () => Promise.reject(new Error("asked")),
  });
  assertEquals(choice, { config: "mine.json" });
});

Deno.test("the offline configuration is deno.json with links and its own lock", () => {
  const upstream = '{"imports":{"fresh":"jsr:@fresh/core@^2"},"tasks":{}}';
  assertEquals(JSON.parse(offlineConfig(upstream, ["./offline/fresh"])), {
    imports: { fresh: "jsr:@fresh/core@^2" },
    links: ["./offline/fresh"],
    lock: "./offline/deno.lock",
  });
});

Deno.test("both locks hold the same npm packages", async () => {
  const [upstream, offline] = await Promise.all(
    ["deno.lock", "offline/deno.lock"].map(readLock),
  );
  assertEquals(upstream.npm, offline.npm);
});

Deno.test("the upstream lock is the offline one without the stand-ins", async () => {
  const offline = await Deno.readTextFile("offline/deno.lock");
  const { links, ...workspace } = JSON.parse(offline).workspace;
  const upstream = JSON.parse(upstreamLock(offline));
  assertEquals(Object.keys(links).length > 0, true);
  assertEquals(upstream.workspace, workspace);
});

async function readLock(path: string): Promise<Lock> {
  return JSON.parse(await Deno.readTextFile(path));
}
