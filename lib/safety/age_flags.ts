import { decisionsBarring } from "../standing/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { decisions } from "./records.ts";
import type { Decision } from "./strikes.ts";

/**
 * The newest confirmed flag of somebody who used the browser of this mark,
 * overturned or not: they have no account any more by which to find it.
 */
export async function flagOfBrowser(
  { store }: Pick<SafetyDeps, "store">,
  mark: string,
): Promise<Decision | null> {
  const ids = await decisionsBarring(store, mark);
  const found = await store.getMany(decisions, ids.map((id) => [id] as const));
  return found.flatMap((one) => one ? [one.value] : [])
    .filter(({ measures }) => measures.includes("under_18"))
    .sort((a, b) => b.at - a.at)
    .at(0) ?? null;
}
