import { z } from "zod";

/** The field of a record that names an account; see AccountId. */
export const accountId = z.string().length(26).brand<"AccountId">();
