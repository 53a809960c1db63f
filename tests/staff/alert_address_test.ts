import { assertEquals } from "@std/assert";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import {
  alertAddresses,
  askAlertAddress,
  confirmAlertAddress,
  forgetAlertAddress,
  ownAlertAddress,
} from "../../lib/staff/mod.ts";
import { actorFor, openSafety } from "../helpers/safety.ts";

const NOOR = { address: "noor@example.org", locale: "en-US" };

/** One of the staff who may give an address, and the codes that were mailed. */
async function openAddress() {
  const deps = await openSafety();
  const noor = await actorFor(deps, ["moderator"], "alert.answer");
  return {
    ...{ deps, noor },
    ask: (address = NOOR) => askAlertAddress(deps, noor, address),
    confirm: (code: string) => confirmAlertAddress(deps, noor, code),
    async code() {
      const newest = { limit: 1, reverse: true };
      const { items: [mail] } = await deps.store.list(mails, "byDue", newest);
      return String(mail.value.values.code);
    },
    own: () => ownAlertAddress(deps.store, noor, deps.clock.now()),
    where: () => alertAddresses(deps.store, [noor.staffId, "nobody"]),
    [Symbol.asyncDispose]: () => deps[Symbol.asyncDispose](),
  };
}

const wrongFor = (code: string) => code === "000000" ? "000001" : "000000";

Deno.test("alerts go to an address that was proven, in the language it was given in", async () => {
  await using at = await openAddress();
  await at.ask();
  assertEquals(await at.where(), []);
  assertEquals(await at.own(), { address: null, pending: NOOR.address });
  assertEquals((await at.confirm(await at.code())).ok, true);
  assertEquals(await at.where(), [NOOR]);
  assertEquals(await at.own(), { address: NOOR.address, pending: null });
});

Deno.test("until the code of a new address came back, the earlier one stays", async () => {
  await using at = await openAddress();
  await at.ask();
  await at.confirm(await at.code());
  at.deps.clock.pass(MINUTE);
  await at.ask({ address: "other@example.org", locale: "en" });
  assertEquals((await at.where())[0].address, NOOR.address);
  await at.confirm(await at.code());
  assertEquals((await at.where())[0].address, "other@example.org");
});

Deno.test("a code has three tries, and ten minutes", async () => {
  await using at = await openAddress();
  await at.ask();
  const code = await at.code();
  const wrong = wrongFor(code);
  for (let n = 0; n < 3; n++) {
    assertEquals(await at.confirm(wrong), { ok: false, refusal: "wrong" });
  }
  assertEquals(await at.confirm(code), { ok: false, refusal: "over" });
  at.deps.clock.pass(MINUTE);
  await at.ask();
  at.deps.clock.pass(10 * MINUTE);
  assertEquals(await at.confirm(await at.code()), {
    ok: false,
    refusal: "over",
  });
  assertEquals((await at.own()).pending, null);
});

Deno.test("a code works once, and none was asked for works never", async () => {
  await using at = await openAddress();
  assertEquals(await at.confirm("123456"), { ok: false, refusal: "over" });
  await at.ask();
  const code = await at.code();
  const both = await Promise.all([at.confirm(code), at.confirm(code)]);
  assertEquals(both.filter(({ ok }) => ok).length, 1);
});

Deno.test("within a minute no second mail goes out", async () => {
  await using at = await openAddress();
  await at.ask();
  assertEquals(await at.ask(), { ok: false, refusal: "soon" });
  at.deps.clock.pass(MINUTE);
  assertEquals((await at.ask()).ok, true);
});

Deno.test("a forgotten address gets nothing, and forgetting twice is fine", async () => {
  await using at = await openAddress();
  await at.ask();
  await at.confirm(await at.code());
  await forgetAlertAddress(at.deps.store, at.noor.staffId);
  await forgetAlertAddress(at.deps.store, at.noor.staffId);
  assertEquals(await at.where(), []);
});
