import { type Millis, MINUTE } from "../kernel/mod.ts";
import { hashSecret } from "./secret_hash.ts";

/** A code that went to an address, to prove who reads what is sent there. */
export interface MailCode {
  /** Null once it was typed in, or withdrawn. */
  codeHash: string | null;
  triesLeft: number;
  askedAt: Millis;
}

export const MAIL_CODE_LIFE: Millis = 10 * MINUTE;

/** How long until the next may be asked for: the mail may go to a stranger. */
const PAUSE: Millis = MINUTE;
const TRIES = 3;

/** A code of six digits, and what is kept of it. */
export async function newMailCode(
  now: Millis,
): Promise<{ code: string; kept: MailCode }> {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  const code = String(random % 1_000_000).padStart(6, "0");
  const codeHash = await hashSecret(code);
  return { code, kept: { codeHash, triesLeft: TRIES, askedAt: now } };
}

/** Whether another may be asked for after this one. */
export function mayAskAgain({ askedAt }: MailCode, now: Millis): boolean {
  return askedAt + PAUSE <= now;
}

/** Whether it can still be typed in. */
export function isOpenCode(
  { codeHash, triesLeft, askedAt }: MailCode,
  now: Millis,
): boolean {
  return codeHash !== null && triesLeft > 0 && askedAt + MAIL_CODE_LIFE > now;
}
