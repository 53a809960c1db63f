import {
  fitsHash,
  isOpenCode,
  MAIL_CODE_LIFE,
  mayAskAgain,
  newMailCode,
} from "../credentials/mod.ts";
import { type Millis, MINUTE, ok, refuse, type Result } from "../kernel/mod.ts";
import { addMail } from "../notices/mod.ts";
import type { Store } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import { staffAlertAddresses } from "./records.ts";
import type { Staff } from "./staff.ts";

type Deps = Pick<StaffDeps, "store" | "clock">;

/** Where alerts go, and in which language they are written. */
export interface AlertAddress {
  address: string;
  locale: string;
}

/** One's own address for alerts, and the one that waits for its code. */
export async function ownAlertAddress(
  store: Store,
  { staffId }: Pick<Staff, "staffId">,
  now: Millis,
): Promise<{ address: string | null; pending: string | null }> {
  const found = await store.get(staffAlertAddresses, [staffId]);
  if (!found) return { address: null, pending: null };
  const { address, pending } = found.value;
  return { address, pending: isOpenCode(found.value, now) ? pending : null };
}

/** Where alerts for these go; whoever gave and proved no address is left out. */
export async function alertAddresses(
  store: Store,
  staffIds: readonly string[],
): Promise<AlertAddress[]> {
  const found = await store.getMany(
    staffAlertAddresses,
    staffIds.map((id) => [id] as const),
  );
  return found.flatMap((one) =>
    one && one.value.address !== null
      ? [{ address: one.value.address, locale: one.value.locale }]
      : []
  );
}

/**
 * Mails a code to an address; until it is typed in, an earlier address stays.
 * Refuses within a minute of the last one: the mail may go to a stranger.
 */
export async function askAlertAddress(
  { store, clock }: Deps,
  { staffId }: Pick<Staff, "staffId">,
  { address, locale }: AlertAddress,
): Promise<Result<null, "soon">> {
  const now = clock.now();
  const { code, kept } = await newMailCode(now);
  const done = await store.transact(async (write) => {
    const found = await store.get(staffAlertAddresses, [staffId]);
    if (found && !mayAskAgain(found.value, now)) return false;
    write.put(found, staffAlertAddresses, {
      staffId,
      address: found?.value.address ?? null,
      locale,
      pending: address,
      ...kept,
    });
    addMail(write, {
      to: address,
      accountId: null,
      template: "code",
      values: { code, minutes: MAIL_CODE_LIFE / MINUTE },
      locale,
      now,
      usefulUntil: now + MAIL_CODE_LIFE,
    });
    return true;
  });
  return done.ok && done.value ? ok(null) : refuse("soon");
}

/** Takes the code that came by mail: three tries in ten minutes, then void. */
export async function confirmAlertAddress(
  { store, clock }: Deps,
  { staffId }: Pick<Staff, "staffId">,
  code: string,
): Promise<Result<null, "over" | "wrong">> {
  const found = await store.get(staffAlertAddresses, [staffId]);
  const codeHash = found?.value.codeHash ?? null;
  if (!found || codeHash === null || !isOpenCode(found.value, clock.now())) {
    return refuse("over");
  }
  // The try is spent before it is judged, so that many at once are not more.
  const spent = { ...found.value, triesLeft: found.value.triesLeft - 1 };
  const counted = await store.write().replace(found, spent).commit();
  if (!counted.ok || !await fitsHash(code, codeHash)) return refuse("wrong");
  const done = await store.transact(async (write) => {
    const now = await store.get(staffAlertAddresses, [staffId]);
    if (now?.value.codeHash !== codeHash) return false;
    const { pending } = now.value;
    const proven = { address: pending, pending: null, codeHash: null };
    write.replace(now, { ...now.value, ...proven, triesLeft: 0 });
    return true;
  });
  return done.ok && done.value ? ok(null) : refuse("over");
}

/** From now on alerts go to no address of theirs. */
export async function forgetAlertAddress(
  store: Store,
  staffId: string,
): Promise<void> {
  await store.transactOrThrow("forget an address", async (write) => {
    const found = await store.get(staffAlertAddresses, [staffId]);
    if (found) write.remove(found);
  });
}
