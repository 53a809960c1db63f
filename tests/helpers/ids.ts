import type { AccountId } from "../../lib/kernel/mod.ts";

/** The id of somebody of whom a test only tells the name. */
export function accountNamed(name: string): AccountId {
  return name as AccountId;
}
