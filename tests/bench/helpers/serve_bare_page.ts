/** The least that can answer a page: the same bytes to everybody. */
import { pack } from "../../../lib/http/encodings.ts";
import { readEnv } from "../../../lib/config/mod.ts";
import { untilReleased } from "./server_process.ts";

const url = readEnv().BENCH_PAGE!;
const page = await fetch(url, { headers: { "accept-encoding": "br" } });
// `fetch` unpacks what it is sent; the load is measured on what is sent.
const body = new Uint8Array(
  pack(new Uint8Array(await page.arrayBuffer()), "br"),
);
const headers = [...page.headers].filter(([name]) =>
  !["date", "content-length", "content-encoding", "transfer-encoding"].includes(
    name,
  )
);
headers.push(["content-encoding", "br"]);
const server = Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: () => {},
  handler: () => new Response(body, { headers }),
});
console.log(JSON.stringify({ port: server.addr.port }));
await untilReleased(() => server.shutdown());
