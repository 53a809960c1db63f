import { z } from "zod";
import { CHOICES } from "./choice.ts";

/** A box that is not ticked is not sent at all. */
const version = z.coerce.number().int().optional().catch(undefined);
const box = z.string().optional().transform((value) => value !== undefined);

/** What `/consent` is sent: the versions that were on the page, and choices. */
export const consentForm = z.object({
  rules: version,
  policy: version,
  analytics: box,
  personalisation: box,
  mail: box,
});

/** What `/privacy-choices` is sent: one press says one thing. */
export const choiceForm = z.union([
  z.object({ sale: z.literal("never") }),
  z.object({
    purpose: z.enum(CHOICES),
    choice: z.enum(["given", "withdrawn"]),
  }),
]);
