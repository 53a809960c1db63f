import { z } from "zod";
import { cleanLine, type TextLimit, within } from "../text/mod.ts";

/** What a person calls somebody whom they blocked. */
export const MAX_NICKNAME: TextLimit = { characters: 30, bytes: 480 };

/** Nothing is no nickname. */
export const nicknameForm = z.object({
  nickname: z.string().transform((text) => cleanLine(text.normalize("NFKC")))
    .superRefine(within(MAX_NICKNAME, "account.error.nickname"))
    .transform((name) => name || null),
});
