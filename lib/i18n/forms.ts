import { z } from "zod";
import { LOCALES } from "./locales.ts";

/** The switch at the foot of every page. */
export const languageForm = z.object({
  language: z.enum(LOCALES, { error: "language.error" }),
  /** Path of the page on which it was pressed. */
  back: z.string().max(2000, { error: "language.error" }).optional(),
});
