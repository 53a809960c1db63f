import { type DevServer, superviseDev } from "../../../offline/dev/mod.ts";
import { freePort, untilAnswers } from "./serve.ts";
import { makeWorkspace } from "./workspace.ts";

/** A small project that is edited while its development server runs. */
export interface DevSite extends AsyncDisposable {
  origin: string;
  /** Replaces text in a file and returns when that was. */
  edit(path: string, from: string, to: string): Promise<number>;
}

const FILES: Record<string, string> = {
  "main.ts": `
import { App, staticFiles } from "fresh";
import { packed } from "./lib/packed.ts";
export const app = new App().use(packed).use(staticFiles()).fsRoutes();
`,
  // Browsers take compressed pages, so these are what the script is added to.
  "lib/packed.ts": `
import type { Context } from "fresh";
export async function packed(ctx: Context<unknown>): Promise<Response> {
  const response = await ctx.next();
  const { body } = response;
  const taken = ctx.req.headers.get("accept-encoding") ?? "";
  if (!body || !taken.includes("gzip")) return response;
  const packed = new Response(
    body.pipeThrough(new CompressionStream("gzip")),
    response,
  );
  packed.headers.delete("content-length");
  packed.headers.set("content-encoding", "gzip");
  return packed;
}
`,
  "routes/_app.tsx": `
import type { PageProps } from "fresh";
export default ({ Component }: PageProps) => (
  <html>
    <head><meta charset="utf-8" /><link rel="stylesheet" href="/style.css" /></head>
    <body><Component /></body>
  </html>
);
`,
  "routes/index.tsx": `
import { Badge } from "../components/Badge.tsx";
import Counter from "../islands/Counter.tsx";
import { MESSAGES } from "../lib/messages.ts";
export default () => (
  <main>
    <h1>route one</h1>
    <Badge />
    <p id="message">{MESSAGES.hello}</p>
    <Counter />
  </main>
);
`,
  "components/Badge.tsx": `
export const Badge = () => <b id="component">component one</b>;
`,
  "islands/Counter.tsx": `
import { useEffect, useState } from "preact/hooks";
export default function Counter() {
  const [text, setText] = useState("");
  useEffect(() => setText("island one"), []);
  return <i id="island">{text}</i>;
}
`,
  "lib/messages.ts": `export const MESSAGES = { hello: "message one" };\n`,
  "static/style.css": "h1 { color: rgb(1, 1, 1); }\n",
};

export async function startDevSite(): Promise<DevSite> {
  const { folder, config } = await makeWorkspace();
  const port = freePort();
  for (const [path, text] of Object.entries(FILES)) await write(path, text);
  await write("serve.ts", serveModule(port));
  const server: DevServer = superviseDev({
    entry: "serve.ts",
    watch: ["routes", "components", "islands", "lib", "static"],
    port,
    root: folder,
    denoFlags: ["--config", config],
  });
  const origin = `http://127.0.0.1:${port}/`;
  await untilAnswers(origin);

  async function write(path: string, text: string) {
    const file = `${folder}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(file, text);
  }

  return {
    origin,
    async edit(path, from, to) {
      const text = await Deno.readTextFile(`${folder}/${path}`);
      const saved = performance.now();
      await write(path, text.replace(from, to));
      return saved;
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

function serveModule(port: number): string {
  return `
import { Builder } from "fresh/dev";
await new Builder().listen(() => import("./main.ts"), {
  port: ${port},
  hostname: "127.0.0.1",
  onListen() {},
});
`;
}
