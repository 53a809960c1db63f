import { type Millis } from "../kernel/mod.ts";
import type { AdmissionRefusal, JoinRefusal } from "../matching/mod.ts";
import type { Event } from "./protocol.ts";

type Fault = Extract<Event, { type: "fault" }>;

/** A decision, or a look that is still to come, keeps the person out. */
export const SANCTIONED: Fault = {
  type: "fault",
  reason: "sanctioned",
  message: "Cannot search: see /account/standing",
};

/** Why the page may not search, in the words of the protocol. */
export function admissionFault(refusal: AdmissionRefusal): Fault {
  switch (refusal) {
    case "outdated":
      return {
        type: "fault",
        reason: "outdated",
        message: "Cannot search: a text has changed; agree to it at /consent",
      };
    case "banned":
    case "held":
    case "suspended":
      return SANCTIONED;
    case "restricted":
      return {
        type: "fault",
        reason: "restricted",
        message: "Cannot search: you asked us to stop using your data",
      };
  }
}

export function joinFault(
  reason: Extract<JoinRefusal, "elsewhere" | "erased">,
): Fault {
  return unavailable(
    reason === "elsewhere"
      ? "Cannot search here: another window of yours is still in a call"
      : "Cannot search: the account is erased",
  );
}

export function tooFast(waitMs: Millis): Fault {
  const message = "Cannot search yet: that was too fast";
  return { type: "fault", reason: "too_fast", message, waitMs };
}

export function unavailable(message: string): Fault {
  return { type: "fault", reason: "unavailable", message };
}
