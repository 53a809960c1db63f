import type { Translate } from "./translate.ts";

/** Statuses with words of their own in the catalogue. */
const KNOWN = [400, 403, 404, 405, 413, 415, 422, 429, 500, 503] as const;

/**
 * Why somebody is refused, where the status alone does not say it: each has
 * words of its own for what happened and what to do.
 */
export type RefusalReason =
  /** The gate refused this browser. */
  | "age"
  /** Somebody banned used this browser or passkey. */
  | "barred"
  /** Gate and consent come first. */
  | "gate"
  /** One of the staff pressed nothing for half an hour. */
  | "lapsed"
  /** The account has as many passkeys as it may. */
  | "manyPasskeys"
  /** Another site sent it. */
  | "origin"
  /** The passkey is not one that is known here, or was not shown rightly. */
  | "passkey"
  /** Their role at Millo does not reach as far. */
  | "permission"
  /** They may not report for a time. */
  | "reporting"
  /** They stopped the use of their own data. */
  | "restricted"
  /** Nobody is signed in who could have anything erased. */
  | "signedOut"
  /** The address is for a WebSocket. */
  | "socket"
  /** A key must be shown anew before keys are changed. */
  | "unproven";

export interface FaultWords {
  title: string;
  text: string;
  /** What the way out is called. */
  action: string;
}

/** What is to be said of a fault. */
export interface FaultFacts {
  status: number;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  reason?: RefusalReason;
}

/** What a person is told of a fault. */
export function faultWords(
  t: Translate,
  { status, retryAfter = 0, reason }: FaultFacts,
): FaultWords {
  const known = reason ?? nearest(status);
  return {
    title: t(`fault.${known}.title`),
    text: known === 429 && retryAfter > 0
      ? t("fault.429.wait", { seconds: retryAfter })
      : t(`fault.${known}.text`),
    action: t(`fault.${known}.action`),
  };
}

/** Every other status reads like its closest relative. */
function nearest(status: number): typeof KNOWN[number] {
  const same = KNOWN.find((known) => known === status);
  return same ?? (status < 500 ? 400 : 500);
}
