import { z } from "zod";
import { defineCollection } from "../store/mod.ts";

export const serverKeys = defineCollection({
  name: "server_keys",
  about: "A key of the server, where no folder or setting holds it",
  schema: z.object({
    name: z.string(),
    /** In base 64. */
    key: z.string(),
    at: z.number().int(),
  }),
  key: ["name"],
  indexes: {},
  audited: false,
  ends: { days: 100 * 365, from: "at" },
  fields: { name: "technical", key: "secret", at: "technical" },
  privacy: { personal: false, reason: "random" },
});
