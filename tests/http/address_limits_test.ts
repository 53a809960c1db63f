import { assertEquals } from "@std/assert";
import { takeForAddress } from "../../lib/http/address_limits.ts";
import { Limiter, LIMITS } from "../../lib/limits/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { openApp } from "../helpers/app.ts";
import { TestClock } from "../helpers/clock.ts";

async function openLimiter() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const limiter = new Limiter({ store, clock });
  return {
    limiter,
    [Symbol.asyncDispose]: () => store.close(),
  };
}

for (const name of ["gates", "pages"] as const) {
  Deno.test(`a site of IPv6 is refused ${name} whatever household it asks from`, async () => {
    await using open = await openLimiter();
    const { size } = LIMITS[name];
    let granted = 0;
    for (let n = 0; n < 5 * size; n++) {
      const address = `2001:db8:1:${n.toString(16)}::1`;
      const wait = await takeForAddress(open.limiter, name, address);
      if (wait === 0) granted++;
    }
    assertEquals(granted, 4 * size);
    const another = await takeForAddress(open.limiter, name, "2001:db8:2::1");
    assertEquals(another, 0, "another site");
  });
}

Deno.test("a household that floods is refused by itself, and its neighbours are not", async () => {
  await using open = await openLimiter();
  const { size } = LIMITS.gates;
  const ask = (address: string) =>
    takeForAddress(open.limiter, "gates", address);
  const waits: number[] = [];
  for (let n = 0; n < 10 * size; n++) {
    waits.push(await ask(`2001:db8:1:1::${(n + 1).toString(16)}`));
  }
  assertEquals(waits.filter((wait) => wait === 0).length, size);
  assertEquals(await ask("2001:db8:1:2::1"), 0);
});

Deno.test("whoever changes the household with each request is told to wait", async () => {
  await using app = await openApp({
    MILLO_LIMITS: "1",
    MILLO_PROXY_HOPS: "1",
    MILLO_ORIGIN: "http://localhost",
  });
  let answered = 0;
  for (let n = 0; n < 60; n++) {
    const { status } = await app.fetch("/staff/recovery", {
      method: "POST",
      body: new URLSearchParams({ recovery: "x" }),
      headers: {
        "x-forwarded-for": `2001:db8:1:${n.toString(16)}::1`,
        "sec-fetch-site": "same-origin",
      },
    });
    if (status === 422) answered++;
    else assertEquals(status, 429);
  }
  assertEquals(answered, 4 * LIMITS.recoveries.size);
});
