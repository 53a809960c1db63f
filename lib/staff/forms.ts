import { z } from "zod";
import { cleanLine, fits, isBlank } from "../text/mod.ts";

/** The name that colleagues see. */
export const staffName = z.string().transform(cleanLine)
  .refine((name) =>
    !isBlank(name) && fits(name, { characters: 60, bytes: 240 })
  );
