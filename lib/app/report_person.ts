import type { AccountId, Result } from "../kernel/mod.ts";
import {
  type Filed,
  fileReport,
  type Filing,
  type FilingRefusal,
  REASONS,
} from "../safety/mod.ts";
import type { Millo } from "./open.ts";

/**
 * A person reports the other of a call of theirs: they are out of it at once,
 * before anything is kept. Whoever is held for a look is out of calls and of
 * the queue as well, through whichever process. Throws StoreUnavailable.
 */
export async function reportPerson(
  millo: Pick<Millo, "liveHub" | "safety">,
  reporter: AccountId,
  filing: Filing,
): Promise<Result<Filed, FilingRefusal>> {
  const { liveHub, safety } = millo;
  await liveHub.queue.finish(filing.call, reporter);
  const filed = await fileReport(safety, reporter, filing);
  if (!filed.ok) return filed;
  const { reported } = filed.value;
  if (REASONS[filing.reason].holds && reported !== null) {
    await liveHub.part(reported);
  }
  return filed;
}
