import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { HttpError } from "fresh";
import {
  askAdmission,
  isOwnOrigin,
  mayMeasure,
  requireMember,
} from "../../lib/http/mod.ts";
import { Refusal } from "../../lib/http/refusal.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";
import { type AdmissionRefusal, createAdmit } from "../../lib/matching/mod.ts";
import type { Principal, State } from "../../lib/http/mod.ts";
import { checksBy } from "../helpers/admission.ts";
import { ctxOf } from "../helpers/ctx.ts";

const TOKEN = "t".repeat(32);
const LOCAL = ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"];
const FOREIGN = ["203.0.113.7", "10.0.0.1", "192.168.1.5", "fe80::1", "::"];
const PASSED_ON = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

Deno.test("without a token figures are for this machine alone", () => {
  for (const from of LOCAL) assertEquals(mayMeasure(ctxOf({ from })), true);
  for (const from of FOREIGN) {
    assertEquals(mayMeasure(ctxOf({ from })), false, from);
  }
});

Deno.test("what a proxy passed on is not from this machine, whatever it says", () => {
  for (const name of PASSED_ON) {
    const ctx = ctxOf({ headers: { [name]: "127.0.0.1" } });
    assertEquals(mayMeasure(ctx), false, name);
  }
});

Deno.test("behind a proxy nobody is this machine", () => {
  for (
    const config of [{ origin: "https://millo.example" }, { proxyHops: 1 }]
  ) {
    assertEquals(mayMeasure(ctxOf({ config })), false);
  }
});

Deno.test("with a token it alone counts, from wherever, and whole", () => {
  const config = { metricsToken: TOKEN };
  const asked = (authorization: string | null, from = "203.0.113.7") =>
    mayMeasure(ctxOf({
      ...{ config, from },
      headers: authorization === null ? {} : { authorization },
    }));
  assertEquals(asked(`Bearer ${TOKEN}`), true);
  for (
    const wrong of [
      null,
      "",
      "Bearer",
      "Bearer ",
      TOKEN,
      `bearer ${TOKEN}`,
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Bearer ${TOKEN.toUpperCase()}`,
      `Bearer ${TOKEN}, Bearer ${TOKEN}`,
    ]
  ) {
    for (const from of ["203.0.113.7", "127.0.0.1"]) {
      assertEquals(asked(wrong, from), false, String(wrong));
    }
  }
});

Deno.test("a socket is opened by a page of this very site", () => {
  const asked = (origin: string | null, own: string | null = null) =>
    isOwnOrigin(ctxOf({
      config: { origin: own },
      headers: origin === null ? {} : { origin },
    }));
  assertEquals(asked("http://localhost:8000"), true);
  for (
    const foreign of [
      null,
      "",
      "null",
      "http://localhost",
      "https://localhost:8000",
      "http://localhost:8001",
      "http://localhost:8000/",
      "http://localhost:8000.evil.example",
      "HTTP://LOCALHOST:8000",
    ]
  ) assertEquals(asked(foreign), false, String(foreign));
  const own = "https://millo.example";
  assertEquals(asked(own, own), true);
  assertEquals(asked("http://localhost:8000", own), false);
});

const MEMBER = {
  ...{ kind: "member", accountId: newAccountId(), session: "s" },
} as unknown as Principal;

Deno.test("a member is the proof of itself, and nobody else is one", () => {
  const member = requireMember(ctxOf({ state: { principal: MEMBER } }));
  assert(Object.is(member, MEMBER));
  for (const kind of ["visitor", "staff"]) {
    const principal = { kind } as Principal;
    const refused = assertThrows(
      () => requireMember(ctxOf({ state: { principal } })),
      HttpError,
    );
    assertEquals(refused.status, 403);
  }
});

Deno.test("whom the gate refused hears of their age, anybody else of the gate", () => {
  const reasonAt = (gate: State["gate"]) =>
    assertThrows(() => requireMember(ctxOf({ state: { gate } })), Refusal)
      .details.reason;
  assertEquals(reasonAt({ state: "refused", ends: 1 }), "age");
  assertEquals(reasonAt({ state: "none" }), "gate");
});

/** A member against whom this stands, or nothing. */
function memberWith(reason: AdmissionRefusal | null) {
  const admit = createAdmit(
    checksBy((one) => () => Promise.resolve(one !== reason)),
  );
  return ctxOf({ state: { principal: MEMBER }, millo: { admit } });
}

Deno.test("whom nothing keeps out gets the proof of it", async () => {
  const admitted = await askAdmission(memberWith(null));
  assert(admitted.ok);
  assertEquals(
    admitted.value.accountId,
    requireMember(memberWith(null)).accountId,
  );
});

Deno.test("a restriction shuts the page and says why; all else is led on", async () => {
  const refused = await assertRejects(
    () => askAdmission(memberWith("restricted")),
    Refusal,
  );
  assertEquals([refused.status, refused.details.reason], [403, "restricted"]);
  for (const reason of ["banned", "held", "suspended", "outdated"] as const) {
    const asked = await askAdmission(memberWith(reason));
    assertEquals(asked, { ok: false, refusal: reason });
  }
});

Deno.test("a visitor is not even asked what stands against them", async () => {
  let asked = 0;
  const admit = () => Promise.reject(new Error(`asked ${++asked}`));
  const refused = await assertRejects(
    () => askAdmission(ctxOf({ millo: { admit } })),
    HttpError,
  );
  assertEquals([refused.status, asked], [403, 0]);
});
