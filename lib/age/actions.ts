import { DAY, type Millis, newSecret, sha256 } from "../kernel/mod.ts";
import type { Store, Stored, Write } from "../store/mod.ts";
import { ageOn, type CalendarDay } from "./birth_date.ts";
import { addCheck, addPass, findCheck, findPass, passUntil } from "./checks.ts";
import { ageRefusals } from "./records.ts";
import type { RegionRule } from "./regions.ts";

export type Gate =
  | { state: "none" }
  | { state: "refused"; ends: Millis }
  /** A provider is asked; the gate is shut meanwhile. */
  | { state: "pending"; browser: string; url: string | null }
  | { state: "passed"; browser: string };

/** What the gate said to this browser, by its cookie. */
export async function findGate(
  store: Store,
  token: string | null,
  now: Millis,
): Promise<Gate> {
  if (token === null) return { state: "none" };
  const browser = sha256(token);
  const refusal = await store.get(ageRefusals, [browser]);
  if (refusal) {
    return { state: "refused", ends: refusal.value.decidedAt + 365 * DAY };
  }
  if (await findPass(store, browser, now)) return { state: "passed", browser };
  const check = await findCheck(store, browser);
  return check
    ? { state: "pending", browser, url: check.value.url }
    : { state: "none" };
}

export interface GateAnswer {
  state: "passed" | "refused" | "pending";
  /** The secret for the browser's cookie. */
  token: string;
}

/**
 * Decides by the birth date, which ends with this call, and keeps the outcome.
 * Where one's own word is only the first step, a check follows it; who is too
 * young by their own word is asked nothing more.
 */
export async function decideGate(
  store: Store,
  given: { birth: CalendarDay; today: CalendarDay; rule: RegionRule },
  now: Millis,
): Promise<GateAnswer> {
  const { birth, today, rule } = given;
  const token = newSecret();
  const browser = sha256(token);
  const state = stateOf(ageOn(birth, today), rule);
  await store.transactOrThrow("keep the gate's answer", (write) => {
    if (state === "refused") {
      write.add(ageRefusals, { browser, decidedAt: now });
    } else if (state === "pending") {
      addCheck(write, { browser, limit: rule.limit, startedAt: now });
    } else {
      const pass = { browser, method: "self-declared", ref: null } as const;
      addPass(write, { ...pass, expiresAt: passUntil(now) });
    }
  });
  return { state, token };
}

function stateOf(
  age: number,
  { limit, declared }: RegionRule,
): GateAnswer["state"] {
  if (age < limit) return "refused";
  return declared === "enough" ? "passed" : "pending";
}

/** Removes the pass in the write that makes the account; null if it is gone. */
export async function usePass(
  store: Store,
  write: Write,
  browser: string,
  now: Millis,
): Promise<Stored | null> {
  const pass = await findPass(store, browser, now);
  if (!pass) return null;
  write.remove(pass);
  return pass;
}

/** Takes back the pass of a browser that goes no further. */
export async function dropPass(
  store: Store,
  browser: string,
  now: Millis,
): Promise<void> {
  await store.transactOrThrow(
    "take back a pass",
    (write) => usePass(store, write, browser, now),
  );
}
