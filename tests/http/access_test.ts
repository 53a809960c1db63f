import { App } from "fresh";
import { assertEquals } from "@std/assert";
import { FaultPage } from "../../components/pages/FaultPage.tsx";
import { closeMillo, useMillo } from "../../lib/app/mod.ts";
import { ACCESS, type RouteAccess } from "../../lib/http/access.ts";
import { inner, outer, type State } from "../../lib/http/mod.ts";
import { configOf } from "../helpers/app.ts";
import { TestClock } from "../helpers/clock.ts";

const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 50000 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

Deno.test("a route that declares nothing is refused before it runs", async () => {
  await useMillo({ config: configOf(), clock: new TestClock() });
  try {
    const ran: string[] = [];
    const answer = (ctx: { url: URL }) => {
      ran.push(ctx.url.pathname);
      return new Response("inside");
    };
    const handle = new App<State>().use(...outer(FaultPage)).use(...inner())
      .get("/forgotten", answer).post("/forgotten", answer)
      .get("/safety", answer).handler();
    const status = async (path: string, method = "GET") => {
      const url = `http://localhost${path}`;
      const headers = { "sec-fetch-site": "same-origin" };
      const response = await handle(
        new Request(url, { method, headers }),
        INFO,
      );
      return response.status;
    };
    assertEquals(await status("/forgotten"), 403);
    assertEquals(await status("/forgotten", "POST"), 403);
    assertEquals(ran, []);
    assertEquals(await status("/safety"), 200);
    assertEquals(ran, ["/safety"]);
  } finally {
    await closeMillo();
  }
});

Deno.test("the account and the live page are for members, but for what must not be", () => {
  const open = Object.entries(ACCESS)
    .filter(([route]) => /^\/(account|talk)(\/|$)/.test(route))
    .filter(([, access]) => !ofMembers(access));
  assertEquals(open, [
    ["/account/data/erasure", { GET: "members", POST: "anyone" }],
    ["/account/receipts/:hash", "anyone"],
    ["/account/return", "adults"],
    ["/account/return/challenge", { POST: "adults" }],
    ["/account/return/passkey", { POST: "adults" }],
  ]);
});

function ofMembers(access: RouteAccess): boolean {
  const all = typeof access === "string" ? [access] : Object.values(access);
  return all.every((one) => one === "members" || one === "socket");
}

Deno.test("all of the back office is for the staff", () => {
  const others = Object.entries(ACCESS)
    .filter(([route, access]) => /^\/admin\b/.test(route) !== ofStaff(access));
  assertEquals(others, []);
});

function ofStaff(access: RouteAccess): boolean {
  const all = typeof access === "string" ? [access] : Object.values(access);
  return all.every((one) => one.startsWith("staff:"));
}
