import {
  addAccount,
  type DeviceFacts,
  type NewAccount,
} from "../accounts/mod.ts";
import { usePass } from "../age/mod.ts";
import {
  addAcceptances,
  addChoice,
  addOptOut,
  type Choice,
  type OptOutMethod,
  type PolicyDocument,
} from "../consent/mod.ts";
import { ok, refuse, type Result } from "../kernel/mod.ts";
import { isBarred, noteMark } from "../standing/mod.ts";
import type { Millo } from "./open.ts";

/** What somebody said who begins an account. */
export interface Enrolment {
  /** The browser that the gate let pass; see Gate. */
  browser: string;
  device: DeviceFacts | null;
  /** What this very browser comes to; see KeyedDigests. */
  mark: string;
  /** The language and the page in which they read the texts. */
  locale: string;
  surface: string;
  /** The texts that they agreed to, as they were shown. */
  agreed: readonly PolicyDocument[];
  /** The optional purposes that they agreed to as well. */
  chosen: readonly Choice[];
  /** How they opted out of sale and sharing before; null for not at all. */
  optOut: OptOutMethod | null;
}

/**
 * An account begins, in one write: the pass is spent, the texts and choices are
 * in the ledger, and an earlier opt-out goes with it. Refused where the pass is
 * spent or over, and in a browser of somebody banned. Throws StoreUnavailable.
 */
export async function enrol(
  { store, clock }: Pick<Millo, "store" | "clock">,
  enrolment: Enrolment,
): Promise<Result<NewAccount, "no_pass" | "barred">> {
  const { browser, device, mark, locale, surface, optOut } = enrolment;
  const now = clock.now();
  if (await isBarred(store, mark, now)) return refuse("barred");
  const made = await store.transactOrThrow(
    "begin an account",
    async (write) => {
      if (!await usePass(store, write, browser, now)) return null;
      const account = addAccount(write, now, device);
      const { accountId } = account;
      await noteMark(store, write, { accountId, mark, now });
      const said = { accountId, locale, surface, now };
      addAcceptances(write, said, enrolment.agreed);
      for (const purpose of enrolment.chosen) {
        await addChoice(store, write, said, purpose, true);
      }
      if (optOut) addOptOut(write, accountId, optOut, now);
      return account;
    },
  );
  return made ? ok(made) : refuse("no_pass");
}
