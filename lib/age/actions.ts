import { DAY, digest, type Millis, newSecret } from "../kernel/mod.ts";
import type { Store, Stored, Write } from "../store/mod.ts";
import { ageOn, type CalendarDay, LOWEST_AGE } from "./birth_date.ts";
import { agePasses, ageRefusals } from "./records.ts";

export type Gate =
  | { state: "none" }
  | { state: "refused"; ends: Millis }
  | { state: "passed"; browser: string };

/** What the gate said to this browser, by its cookie. */
export async function findGate(
  store: Store,
  token: string | null,
): Promise<Gate> {
  if (token === null) return { state: "none" };
  const browser = await digest(token);
  const refusal = await store.get(ageRefusals, [browser]);
  if (refusal) {
    return { state: "refused", ends: refusal.value.decidedAt + 365 * DAY };
  }
  const pass = await store.get(agePasses, [browser]);
  return pass ? { state: "passed", browser } : { state: "none" };
}

/**
 * Decides by the birth date, which ends with this call, and keeps the outcome.
 * Answers the secret for the browser's cookie.
 */
export async function decideGate(
  store: Store,
  birth: CalendarDay,
  today: CalendarDay,
  now: Millis,
): Promise<{ passed: boolean; token: string }> {
  const passed = ageOn(birth, today) >= LOWEST_AGE;
  const token = newSecret();
  const browser = await digest(token);
  const write = store.write();
  if (passed) {
    write.add(agePasses, { browser, method: "self-declared", decidedAt: now });
  } else {
    write.add(ageRefusals, { browser, decidedAt: now });
  }
  await write.commit();
  return { passed, token };
}

/** Removes the pass in the write that makes the account; null if it is gone. */
export async function usePass(
  store: Store,
  write: Write,
  browser: string,
): Promise<Stored | null> {
  const pass = await store.get(agePasses, [browser]);
  if (!pass) return null;
  write.remove(pass);
  return pass as unknown as Stored;
}
