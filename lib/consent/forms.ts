import { z } from "zod";

/** A box that is not ticked is not sent at all. */
const version = z.coerce.number().int().optional().catch(undefined);

/** What `/consent` is sent: the versions that were on the page. */
export const consentForm = z.object({ rules: version, policy: version });

export type ConsentField = keyof z.input<typeof consentForm>;
