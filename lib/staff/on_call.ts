import { HOUR, type Millis, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Store, Stored, ValueOf } from "../store/mod.ts";
import type { StaffDeps } from "./deps.ts";
import { MAX_SHIFT_HOURS } from "./forms.ts";
import type { Role } from "./permissions.ts";
import { staffShifts } from "./records.ts";
import { presentAccounts } from "./present_accounts.ts";
import type { Actor } from "./staff.ts";

export type Shift = ValueOf<typeof staffShifts>;

/** More shifts than ever lie in the store at once. */
const MAX_SHIFTS = 200;

/**
 * Puts somebody on call from now on, for 1 to MAX_SHIFT_HOURS whole hours. Who
 * is on call already stays so until the new end.
 */
export async function goOnCall(
  { store, clock, auditLog }: StaffDeps,
  { staffId }: Actor<"alert.answer">,
  hours: number,
): Promise<Result<Shift, "hours">> {
  if (!Number.isInteger(hours) || hours < 1 || hours > MAX_SHIFT_HOURS) {
    return refuse("hours");
  }
  const shift = await auditLog.transactOrThrow(
    "go on call",
    async (write, audit) => {
      const now = clock.now();
      const found = await store.get(staffShifts, [staffId]);
      const since = found && found.value.until > now ? found.value.since : now;
      const until = now + hours * HOUR;
      const shift = { staffId, since, until, gapToldAt: null };
      write.put(found, staffShifts, shift);
      audit({
        actor: { kind: "staff", id: staffId },
        action: "staff.oncall.begin",
        object: staffId,
        details: { hours },
      });
      return shift;
    },
  );
  return ok(shift!);
}

/** Ends a shift before its time. Answers whether there was one. */
export async function endShift(
  { store, clock, auditLog }: StaffDeps,
  { staffId, by }: { staffId: string; by: string },
): Promise<boolean> {
  const ended = await auditLog.transactOrThrow(
    "end a shift",
    async (write, audit) => {
      const now = clock.now();
      const found = await store.get(staffShifts, [staffId]);
      if (!found || found.value.until <= now) return false;
      write.replace(found, { ...found.value, until: now });
      audit({
        actor: { kind: "staff", id: by },
        action: "staff.oncall.end",
        object: staffId,
      });
      return true;
    },
  );
  return ended!;
}

/** Until when somebody is on call; null where they are not. */
export async function onCallUntil(
  store: Store,
  staffId: string,
  now: Millis,
): Promise<Millis | null> {
  const until = (await store.get(staffShifts, [staffId]))?.value.until ?? 0;
  return until > now ? until : null;
}

/** One of the staff, and until when they are on call. */
export interface Colleague {
  staffId: string;
  name: string;
  roles: readonly Role[];
  /** Null where they are not on call. */
  onCallUntil: Millis | null;
}

/** Everybody on the staff, in the order of joining. */
export async function colleagues(
  store: Store,
  now: Millis,
): Promise<Colleague[]> {
  const shifts = new Map(
    (await lastShifts(store)).map(({ value }) => [value.staffId, value.until]),
  );
  return (await presentAccounts(store)).map(
    ({ value: { id, name, roles } }) => {
      const until = shifts.get(id) ?? 0;
      return {
        staffId: id,
        name,
        roles,
        onCallUntil: until > now ? until : null,
      };
    },
  );
}

/**
 * The shift that was the last to end, where nobody is on call since and nobody
 * was told so yet; else null.
 */
export async function lastShiftUntold(
  store: Store,
  now: Millis,
): Promise<Stored<Shift, readonly [string]> | null> {
  const [last] = await lastShifts(store);
  return last && last.value.until <= now && last.value.gapToldAt === null
    ? last
    : null;
}

/** One a person; those whose end is the latest come first. */
async function lastShifts(
  store: Store,
): Promise<Stored<Shift, readonly [string]>[]> {
  const { items } = await store.list(staffShifts, "byEnd", {
    limit: MAX_SHIFTS,
    reverse: true,
  });
  return items;
}
