import { assert, assertEquals } from "@std/assert";
import { newAccountId } from "../../lib/kernel/mod.ts";
import {
  Admission,
  type AdmissionRefusal,
  createAdmit,
} from "../../lib/matching/mod.ts";
import { checksBy, NOTHING_AGAINST } from "../helpers/admission.ts";

const ADA = newAccountId();

/** In the order in which a person hears of them. */
const REASONS = [
  "banned",
  "held",
  "suspended",
  "restricted",
  "outdated",
] as const;

/** Lets everybody in whom none of these reasons keeps out. */
function admitUnless(...reasons: AdmissionRefusal[]) {
  const asked: string[] = [];
  const check = (reason: AdmissionRefusal) => (accountId: string) => {
    asked.push(`${reason} ${accountId}`);
    return Promise.resolve(!reasons.includes(reason));
  };
  const admit = createAdmit(checksBy(check));
  return { admit, asked };
}

Deno.test("whom nothing keeps out gets a proof in their own name", async () => {
  const { admit, asked } = admitUnless();
  const admitted = await admit(ADA);
  assert(admitted.ok);
  assertEquals(admitted.value.accountId, ADA);
  assertEquals(asked, REASONS.map((reason) => `${reason} ${ADA}`));
});

Deno.test("each reason keeps a person out by itself", async () => {
  for (const reason of REASONS) {
    const admitted = await admitUnless(reason).admit(ADA);
    assertEquals(admitted, { ok: false, refusal: reason });
  }
});

Deno.test("of two reasons a person hears the one that agreeing does not mend", async () => {
  const { admit, asked } = admitUnless("outdated", "restricted");
  assertEquals(await admit(ADA), { ok: false, refusal: "restricted" });
  assertEquals(asked.at(-1), `restricted ${ADA}`);
});

Deno.test("a check that fails lets nobody in", async () => {
  const admit = createAdmit({
    ...NOTHING_AGAINST,
    restricted: () => Promise.reject(new Error("Cannot reach the store")),
  });
  const tried = await admit(ADA).catch((error) => error.message);
  assertEquals(tried, "Cannot reach the store");
});

Deno.test("what only looks like a proof is none", async () => {
  const admitted = await admitUnless().admit(ADA);
  assert(admitted.ok && Admission.is(admitted.value));
  for (const posed of [{ accountId: ADA }, { ...admitted.value }, null, ADA]) {
    assertEquals(Admission.is(posed), false);
  }
});
