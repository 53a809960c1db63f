import { z } from "zod";
import { cleanLine, isBlank, limitOf, within } from "../text/mod.ts";

/** How many hours somebody may be on call at a stretch. */
export const MAX_SHIFT_HOURS = 24;

/** How long a name may be. */
export const MAX_STAFF_NAME = limitOf(60);

/** The name that colleagues see. */
export const staffName = z.string().transform(cleanLine)
  .refine((name) => !isBlank(name), {
    message: "staff.invitation.nameBlank",
    abort: true,
  })
  .superRefine(within(MAX_STAFF_NAME, "staff.invitation.nameLong"));

/** How a still that is opened becomes clear. */
export const STILL_BLURS = ["slow", "quick", "none"] as const;

const tick = z.string().optional().transform((value) => value !== undefined);

/** A box for each preference that is on or off; one without a tick is off. */
export const preferencesForm = z.object({
  singleKeys: tick,
  stillGrey: tick,
  stillBlur: z.enum(STILL_BLURS).catch("slow"),
});

/** For how many hours somebody goes on call. */
export const shiftForm = z.object({
  hours: z.coerce.number().int().min(1).max(MAX_SHIFT_HOURS),
});

/** A name for a view of the queue, which its owner alone reads. */
export const queueViewForm = z.object({
  name: z.string("admin.cases.save.blank").transform(cleanLine)
    .refine((name) => !isBlank(name), {
      message: "admin.cases.save.blank",
      abort: true,
    })
    .superRefine(within(limitOf(40), "admin.cases.save.long")),
});
