import type { Millis } from "../kernel/mod.ts";

/** What a provider says of a check of its own. */
export type AgeOutcome =
  | { state: "pending" }
  | { state: "passed" | "failed"; expiresAt: Millis };

export interface StartedCheck {
  /** The provider's name for the check; says nothing about anybody. */
  ref: string;
  /** Where the visitor is asked. */
  url: string;
}

/**
 * Somebody who can tell whether a person is old enough without telling who it
 * is. Both throw ProviderUnavailable when there is no answer that can be believed;
 * the gate then stays shut.
 */
export interface AgeProvider {
  start(
    check: { limit: number; returnTo: string; tellTo: string },
  ): Promise<StartedCheck>;
  ask(ref: string): Promise<AgeOutcome>;
  /** The body of a callback as its outcome; null if the provider did not sign it. */
  readCallback(
    signature: string | null,
    body: string,
    now: Millis,
  ): Promise<{ ref: string; outcome: AgeOutcome } | null>;
}

export class ProviderUnavailable extends Error {
  override name = "ProviderUnavailable";
}
