import { ok, refuse, type Result } from "../kernel/mod.ts";
import type { Purpose } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { objections, restrictions } from "./records.ts";
import { personal } from "./spec_of.ts";

/**
 * What may still be done with the data of a person who restricted its use
 * (Article 18(2) GDPR), and why.
 */
const DESPITE_RESTRICTION: Partial<Record<Purpose, string>> = {
  access: "the person could not lift the restriction without it",
  age: "it protects the rights of minors",
  safety: "it protects the rights of another person",
  accountability: "it establishes and defends claims",
  legal: "it establishes and defends claims",
  rights: "it carries out what the person asked",
};

/** Article 21(1) GDPR allows to object on these grounds; consent is withdrawn. */
const OBJECTIONABLE = ["legitimate-interest", "public-task", "consent"];

/** Starts or lifts a restriction of processing (Article 18 GDPR). */
export async function restrict(
  { store, clock }: DataMapDeps,
  subjectId: string,
  on = true,
): Promise<Result<void, "erased" | "changed">> {
  const done = await store.transact(async (write) => {
    const found = await store.get(restrictions, [subjectId]);
    if (on && !found) {
      write.create(restrictions, { subjectId, at: clock.now() });
    }
    if (!on && found) write.remove(found);
  });
  return done.ok ? ok(undefined) : refuse(done.reason);
}

/**
 * Stops or allows one purpose (objection, Article 21, or withdrawal, Article
 * 7(3) GDPR). Refuses with `basis` where no collection with that purpose rests
 * on consent or on an interest.
 */
export async function object(
  { store, clock, collections }: DataMapDeps,
  subjectId: string,
  purpose: Purpose,
  on = true,
): Promise<Result<void, "basis" | "erased" | "changed">> {
  const may = collections.some((collection) => {
    const privacy = personal(collection);
    return privacy?.purpose === purpose &&
      OBJECTIONABLE.includes(privacy.basis);
  });
  if (!may) return refuse("basis" as const);
  const done = await store.transact(async (write) => {
    const found = await store.get(objections, [subjectId, purpose]);
    const value = { subjectId, purpose, at: clock.now() };
    if (on && !found) write.create(objections, value);
    if (!on && found) write.remove(found);
  });
  return done.ok ? ok(undefined) : refuse(done.reason);
}

/**
 * Whether a person's data may be used for a purpose now: not after a tombstone,
 * an objection to it, or a restriction that it does not go before.
 */
export async function mayProcess(
  { store }: DataMapDeps,
  subjectId: string,
  purpose: Purpose,
): Promise<boolean> {
  const [tombstoned, restricted, objected] = await Promise.all([
    store.hasTombstone(subjectId),
    purpose in DESPITE_RESTRICTION
      ? null
      : store.get(restrictions, [subjectId]),
    store.get(objections, [subjectId, purpose]),
  ]);
  return !tombstoned && restricted === null && objected === null;
}
