import { assert, assertEquals } from "@std/assert";
import { newAccountId } from "../../lib/kernel/mod.ts";
import {
  Admission,
  type AdmissionRefusal,
  createAdmit,
} from "../../lib/matching/mod.ts";

const ADA = newAccountId();

/** Lets everybody in whom none of these reasons keeps out. */
function admitUnless(...reasons: AdmissionRefusal[]) {
  const asked: string[] = [];
  const check = (reason: AdmissionRefusal) => (accountId: string) => {
    asked.push(`${reason} ${accountId}`);
    return Promise.resolve(!reasons.includes(reason));
  };
  const admit = createAdmit({
    restricted: check("restricted"),
    outdated: check("outdated"),
  });
  return { admit, asked };
}

Deno.test("whom nothing keeps out gets a proof in their own name", async () => {
  const { admit, asked } = admitUnless();
  const admitted = await admit(ADA);
  assert(admitted.ok);
  assertEquals(admitted.value.accountId, ADA);
  assertEquals(asked, [`restricted ${ADA}`, `outdated ${ADA}`]);
});

Deno.test("each reason keeps a person out by itself", async () => {
  for (const reason of ["restricted", "outdated"] as const) {
    const admitted = await admitUnless(reason).admit(ADA);
    assertEquals(admitted, { ok: false, refusal: reason });
  }
});

Deno.test("of two reasons a person hears the one that agreeing does not mend", async () => {
  const { admit, asked } = admitUnless("outdated", "restricted");
  assertEquals(await admit(ADA), { ok: false, refusal: "restricted" });
  assertEquals(asked, [`restricted ${ADA}`]);
});

Deno.test("a check that fails lets nobody in", async () => {
  const admit = createAdmit({
    restricted: () => Promise.reject(new Error("Cannot reach the store")),
    outdated: () => Promise.resolve(true),
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
