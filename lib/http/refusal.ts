import { HttpError } from "fresh";
import { type Millis, SECOND } from "../kernel/mod.ts";

export interface RefusalDetails {
  headers?: Readonly<Record<string, string>>;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  /** Why a page is closed to somebody whom the gate let in. */
  reason?: "restricted";
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

/** 429, with the wait in whole seconds. */
export function tooMany(waitMs: Millis): Refusal {
  const retryAfter = Math.ceil(waitMs / SECOND);
  return new Refusal(429, { retryAfter });
}

/** 405, with what the route takes (RFC 9110 section 15.5.6). */
export function wrongMethod(allow: string): Refusal {
  return new Refusal(405, { headers: { allow } });
}
