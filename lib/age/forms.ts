import { z } from "zod";

function part(from: number, to: number) {
  return z.string().trim().regex(/^\d{1,4}$/).transform(Number).pipe(
    z.number().int().min(from).max(to),
  );
}

/** What `/age` is sent. Faults name the field; nothing is echoed but input. */
export const birthDateForm = z.object({
  day: part(1, 31),
  month: part(1, 12),
  year: z.string().trim().regex(/^\d{4}$/).transform(Number).pipe(
    z.number().int().min(1900),
  ),
});

export type BirthDateField = keyof z.input<typeof birthDateForm>;
