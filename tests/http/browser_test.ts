import { assert, assertEquals } from "@std/assert";
import {
  browserName,
  deviceOf,
  regionOf,
  signInFactsOf,
  siteOf,
  withoutSession,
  withoutStaffSession,
  withProvider,
  withSession,
  withStaffSession,
} from "../../lib/http/mod.ts";
import { ProviderUnavailable } from "../../lib/age/mod.ts";
import { newSecret } from "../../lib/kernel/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { ctxOf } from "../helpers/ctx.ts";

const FIREFOX =
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

Deno.test("of a device as little is read as tells one's own apart", () => {
  const headers = { "user-agent": FIREFOX, ect: "4g" };
  const from = "203.0.113.7";
  assertEquals(deviceOf(ctxOf({ headers, from })), {
    family: "desktop",
    os: "Linux",
    connection: "4g",
    network: "203.0.113.0/24",
  });
});

Deno.test("a browser that says nothing, or too much, is unknown and short", () => {
  for (const agent of ["", "-", "x", "\u00ff".repeat(9_000), "(".repeat(500)]) {
    const headers = { "user-agent": agent, ect: "5g" };
    const ctx = ctxOf({ headers, state: { address: null } });
    const facts = deviceOf(ctx);
    assertEquals([facts.connection, facts.network], ["unknown", "unknown"]);
    assert(facts.family.length <= 40 && facts.os.length <= 60);
    assert(browserName(ctx).length <= 120);
  }
});

Deno.test("the staff know a browser by its kind and its system", () => {
  const ctx = ctxOf({ headers: { "user-agent": FIREFOX } });
  assertEquals(browserName(ctx), "desktop, Linux");
});

Deno.test("passkeys are bound to the name that people type, without its port", () => {
  const clock = new TestClock(Date.UTC(2026, 10, 23, 23, 59));
  const here = siteOf(ctxOf({ millo: { clock } }));
  assertEquals([here.origin, here.host], [
    "http://localhost:8000",
    "localhost",
  ]);
  const origin = "https://millo.example:8443";
  const there = siteOf(ctxOf({ config: { origin }, millo: { clock } }));
  assertEquals([there.origin, there.host], [origin, "millo.example"]);
  assert(there.label.startsWith(there.name));
  assert(there.label.includes("23") && there.label.includes("2026"));
});

Deno.test("who comes back is told apart from who is here already", () => {
  const clock = new TestClock();
  const visitor = signInFactsOf(ctxOf({ millo: { clock } }));
  assertEquals([visitor.current, visitor.now], [null, clock.now()]);
  const principal = { kind: "member", accountId: "a" } as never;
  const member = signInFactsOf(
    ctxOf({ millo: { clock }, state: { principal } }),
  );
  assert(Object.is(member.current, principal));
});

const DOORS = {
  session: [withSession, withoutSession],
  staff: [withStaffSession, withoutStaffSession],
} as const;

for (const [name, [signIn, signOut]] of Object.entries(DOORS)) {
  Deno.test(`the cookie of a ${name} comes and goes under one name`, () => {
    for (const secure of [true, false]) {
      const ctx = ctxOf({ state: { secure } });
      const token = newSecret();
      const [set] = signIn(ctx, token).getSetCookie();
      const [cleared] = signOut(ctx).getSetCookie();
      const full = `${secure ? "__Host-" : ""}millo_${
        name === "staff" ? "staff" : "session"
      }`;
      assert(set.startsWith(`${full}=${token};`), set);
      assert(cleared.startsWith(`${full}=;`), cleared);
      assert(cleared.includes("Max-Age=0") && !set.includes("Max-Age=0;"));
      for (const line of [set, cleared]) {
        assert(line.includes("HttpOnly"), line);
        assertEquals(line.includes("Secure"), secure, line);
        assertEquals(
          line.includes("SameSite=Strict"),
          name === "staff",
          line,
        );
      }
    }
  });
}

Deno.test("where a visitor is only a proxy of ours says, by its own header", () => {
  const headers = { "x-country": "GB", "cf-ipcountry": "US" };
  const asked = (regionHeader: string | null, given: HeadersInit = headers) =>
    regionOf(ctxOf({ headers: given, config: { regionHeader } }));
  assertEquals(asked(null), null);
  assertEquals(asked("x-country"), "GB");
  assertEquals(asked("cf-ipcountry"), "US");
  assertEquals(asked("x-other"), null);
  for (const odd of ["", "XX1", "G", "GB; DROP", "<b>", "\u00e9\u00e9"]) {
    assertEquals(asked("x-country", { "x-country": odd }), null, odd);
  }
});

Deno.test("a gate whose provider is not there, or fails, stays shut", async () => {
  let worked = 0;
  const work = () => Promise.resolve(worked++);
  assertEquals(
    await withProvider(ctxOf({ millo: { ageProvider: null } }), work),
    false,
  );
  assertEquals(worked, 0);
  const there = ctxOf({ millo: { ageProvider: {} } });
  assertEquals(await withProvider(there, work), true);
  assertEquals(worked, 1);
  const failing = () => Promise.reject(new ProviderUnavailable("Cannot ask"));
  assertEquals(await withProvider(there, failing), false);
  const ours = () => Promise.reject(new TypeError("a fault of ours"));
  const told = await withProvider(there, ours).catch((error) => error.message);
  assertEquals(told, "a fault of ours");
});
