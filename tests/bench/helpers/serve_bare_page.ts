/** The least that can answer a page: the same bytes to everybody. */
import { readEnv } from "../../../lib/config/mod.ts";
import { untilReleased } from "./server_process.ts";

const page = await fetch(readEnv().BENCH_PAGE!);
const body = new Uint8Array(await page.arrayBuffer());
const headers = [...page.headers].filter(([name]) =>
  !["date", "content-length", "transfer-encoding", "vary"].includes(name)
);
const server = Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: () => {},
  handler: () => new Response(body, { headers }),
});
console.log(JSON.stringify({ port: server.addr.port }));
await untilReleased(() => server.shutdown());
