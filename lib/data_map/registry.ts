import type { Collection } from "../store/mod.ts";
import * as keys from "../accounts/keys/records.ts";
import * as profile from "../accounts/profile/records.ts";
import * as accounts from "../accounts/records.ts";
import * as age from "../age/records.ts";
import * as audit from "../audit/records.ts";
import * as calls from "../calls/records.ts";
import * as chat from "../chat/records.ts";
import * as cluster from "../cluster/records.ts";
import * as credentials from "../credentials/records.ts";
import * as consent from "../consent/records.ts";
import * as staff from "../staff/records.ts";
import * as standing from "../standing/records.ts";
import * as support from "../support/records.ts";
import * as limits from "../limits/records.ts";
import * as matching from "../matching/records.ts";
import * as notices from "../notices/records.ts";
import * as safety from "../safety/records.ts";
import * as usage from "../usage/records.ts";
import * as own from "./records.ts";

/**
 * Every `records.ts`, in the order in which erasure empties them: leaves
 * first, the account that they hang on last.
 */
const ROOMS: readonly Readonly<Record<string, unknown>>[] = [
  limits,
  matching,
  cluster,
  chat,
  calls,
  usage,
  safety,
  standing,
  notices,
  support,
  consent,
  age,
  audit,
  staff,
  credentials,
  own,
  profile,
  keys,
  accounts,
];

/** The account itself: while it is there, an erasure can be taken up again. */
const LAST = accounts.accounts;

/** Every collection of Millo, in the order of erasure. */
export const registry: readonly Collection[] = [
  ...ROOMS.flatMap(collectionsIn).filter((collection) => collection !== LAST),
  LAST,
];

/** The collections among the exports of a `records.ts`. */
export function collectionsIn(
  room: Readonly<Record<string, unknown>>,
): Collection[] {
  return Object.values(room).filter(isCollection);
}

function isCollection(value: unknown): value is Collection {
  return typeof value === "object" && value !== null && "plan" in value &&
    "keyFields" in value;
}
