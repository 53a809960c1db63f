/**
 * A provider of age checks as a process of its own. It speaks the protocol of
 * lib/age/http_provider.ts on loopback, with its own code for signatures, and
 * its visitor's answer is given by `POST /checks/<ref>/answer`. Says its port,
 * which is the given one, or any.
 */
import { createHmac } from "node:crypto";

interface Check {
  limit: number;
  tellTo: string;
  state: "pending" | "passed" | "failed";
  expiresAt: number;
}

const [secret, port = "0"] = Deno.args;
const checks = new Map<string, Check>();
let asked = 0;

function signatureOf(text: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const hex = createHmac("sha256", secret).update(`${seconds}.${text}`)
    .digest("hex");
  return `t=${seconds},v1=${hex}`;
}

function isSigned(request: Request, text: string): boolean {
  const [, seconds, hex] = /^t=(\d+),v1=(\w+)$/.exec(
    request.headers.get("millo-signature") ?? "",
  ) ?? [];
  return hex === createHmac("sha256", secret).update(`${seconds}.${text}`)
    .digest("hex");
}

async function answer(check: Check, ref: string, request: Request) {
  const { state, tell, expiresAt } = await request.json();
  Object.assign(check, { state, expiresAt });
  if (!tell) return new Response(null, { status: 204 });
  const body = JSON.stringify({ ref, state, expiresAt });
  const told = await fetch(check.tellTo, {
    method: "POST",
    body,
    headers: { "millo-signature": signatureOf(body) },
  });
  await told.body?.cancel();
  return Response.json({ told: told.status });
}

Deno.serve({
  hostname: "127.0.0.1",
  port: Number(port),
  onListen: ({ port }) => console.log(port),
}, async (request) => {
  const { pathname, origin } = new URL(request.url);
  const [, , ref, act] = pathname.split("/");
  if (pathname === "/checks") {
    const body = await request.text();
    if (!isSigned(request, body)) return new Response(null, { status: 401 });
    const name = `check-${++asked}`;
    const { limit, tellTo } = JSON.parse(body);
    checks.set(name, { limit, tellTo, state: "pending", expiresAt: 0 });
    return Response.json({ ref: name, url: `${origin}/ask/${name}` });
  }
  const check = checks.get(ref);
  if (!check) return new Response(null, { status: 404 });
  if (act === "answer") return await answer(check, ref, request);
  if (!isSigned(request, pathname)) return new Response(null, { status: 401 });
  const { limit, state, expiresAt } = check;
  return Response.json({ limit, state, expiresAt });
});
