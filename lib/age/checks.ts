import { DAY, type Millis, newId } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import type { AgeOutcome, AgeProvider } from "./provider.ts";
import { ageChecks, agePasses, ageRefusals } from "./records.ts";

/** The longest that a yes waits for consent. */
const PASS_LENGTH: Millis = DAY;

/** Until the provider has named a check, it has a name of ours. */
const UNNAMED = "new:";

export function findCheck(store: Store, browser: string) {
  return store.get(ageChecks, [browser]);
}

/** Adds a check that no provider knows of yet. */
export function addCheck(
  write: Write,
  check: { browser: string; limit: number; startedAt: Millis },
): void {
  write.add(ageChecks, { ...check, ref: `${UNNAMED}${newId()}`, url: null });
}

/**
 * Begins the check of this browser with the provider, once. Answers false when
 * there is none to begin. Throws ProviderUnavailable.
 */
export async function beginCheck(
  store: Store,
  provider: AgeProvider,
  browser: string,
  origin: string,
): Promise<boolean> {
  const check = await findCheck(store, browser);
  if (!check) return false;
  if (check.value.url !== null) return true;
  const { ref, url } = await provider.start({
    limit: check.value.limit,
    returnTo: `${origin}/age/check`,
    tellTo: `${origin}/hooks/age`,
  });
  await store.write().replace(check, { ...check.value, ref, url })
    .commitOrLeave("a second tab has begun one as well, and that one counts");
  return true;
}

/** Asks the provider how the check of this browser stands. Throws ProviderUnavailable. */
export async function askCheck(
  store: Store,
  provider: AgeProvider,
  browser: string,
  now: Millis,
): Promise<void> {
  const check = await findCheck(store, browser);
  if (!check || check.value.url === null) return;
  const { ref } = check.value;
  await settleCheck(store, ref, await provider.ask(ref), now);
}

/**
 * Puts the outcome in place of the check: a pass, or a refusal like any other.
 * Answers whether there was such a check; a second time changes nothing.
 */
export async function settleCheck(
  store: Store,
  ref: string,
  outcome: AgeOutcome,
  now: Millis,
): Promise<boolean> {
  if (outcome.state === "pending" || ref.startsWith(UNNAMED)) return false;
  const { items: [check] } = await store.list(ageChecks, "byRef", {
    of: [ref],
    limit: 1,
  });
  if (!check) return false;
  const { browser } = check.value;
  const write = store.write().remove(check);
  const expiresAt = Math.min(outcome.expiresAt, now + PASS_LENGTH);
  if (outcome.state === "failed") {
    write.create(ageRefusals, { browser, decidedAt: now });
  } else if (expiresAt > now) {
    addPass(write, { browser, method: "external", ref, expiresAt });
  }
  return (await write.commit()).ok;
}

/** Adds the answer yes. */
export function addPass(
  write: Write,
  pass: {
    browser: string;
    method: "self-declared" | "external";
    ref: string | null;
    expiresAt: Millis;
  },
): void {
  write.create(agePasses, { ...pass, passed: true });
}

/** The answer yes, until it ends or is used. */
export async function findPass(store: Store, browser: string, now: Millis) {
  const pass = await store.get(agePasses, [browser]);
  return pass && pass.value.expiresAt > now ? pass : null;
}

export function passUntil(now: Millis): Millis {
  return now + PASS_LENGTH;
}
