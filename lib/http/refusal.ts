import { HttpError } from "fresh";
import type { RefusalReason } from "../i18n/mod.ts";
import { type Millis, SECOND } from "../kernel/mod.ts";

export interface RefusalDetails {
  headers?: Readonly<Record<string, string>>;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  /** Why, where the status alone does not say it. */
  reason?: RefusalReason;
}

/** A refusal that says more than its status. */
export class Refusal extends HttpError {
  constructor(
    status: ConstructorParameters<typeof HttpError>[0],
    readonly details: RefusalDetails,
  ) {
    super(status);
  }
}

/** 403, and why. */
export function forbidden(reason: RefusalReason): Refusal {
  return new Refusal(403, { reason });
}

/** 426, for who asks for a page where only a socket is (RFC 9110, 15.5.22). */
export function socketOnly(): Refusal {
  return new Refusal(426, {
    headers: { upgrade: "websocket" },
    reason: "socket",
  });
}

/** 429, with the wait in whole seconds. */
export function tooMany(waitMs: Millis): Refusal {
  const retryAfter = Math.ceil(waitMs / SECOND);
  return new Refusal(429, { retryAfter });
}

/** 405, with what the route takes (RFC 9110 section 15.5.6). */
export function wrongMethod(allow: string): Refusal {
  return new Refusal(405, { headers: { allow } });
}
