import { findSession } from "../../lib/accounts/mod.ts";
import type { AccountId } from "../../lib/kernel/mod.ts";
import type { Member } from "./member.ts";
import type { Site } from "./site.ts";

/** The account that a real browser is signed in to. */
export async function accountOf(
  { millo }: Site,
  { context }: Member,
): Promise<AccountId> {
  const cookies = await context.cookies();
  const { value } = cookies.find(({ name }) => name === "millo_session")!;
  const { store, clock } = millo();
  const nothing = () => Promise.resolve();
  return (await findSession(store, value, clock.now(), nothing))!.accountId;
}
