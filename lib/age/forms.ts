import { z } from "zod";
import { toPlain } from "../text/mod.ts";

/** A whole number in the digits of any script. */
function part(digits: RegExp, from: number, to: number) {
  return z.string().transform(toPlain).pipe(z.string().regex(digits))
    .transform(Number).pipe(z.number().int().min(from).max(to));
}

/** From the date line's west to its east; a clock that says more is wrong. */
const FARTHEST = { west: -12 * 60, east: 14 * 60 };

/**
 * Minutes east of UTC by the visitor's own clock. It only serves to know which
 * day they have; without scripts, or as nonsense, it is null and no fault.
 */
const zone = z.string().regex(/^[+-]?\d{1,3}$/).transform(Number)
  .pipe(z.number().int().min(FARTHEST.west).max(FARTHEST.east))
  .nullable().catch(null);

/** What `/age` is sent. Faults name the field; nothing is echoed but input. */
export const birthDateForm = z.object({
  day: part(/^\d{1,4}$/, 1, 31),
  month: part(/^\d{1,4}$/, 1, 12),
  year: part(/^\d{4}$/, 1900, 9999),
  zone,
});

export type BirthDateField = "day" | "month" | "year";

/** What a provider of age checks tells by its signed callback. */
export const outcomeForm = z.object({
  ref: z.string().min(1).max(200),
  state: z.enum(["passed", "failed"]),
  expiresAt: z.number().int(),
});
