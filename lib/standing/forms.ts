import type { TextLimit } from "../text/mod.ts";

/** What a person calls somebody whom they blocked. */
export const MAX_NICKNAME: TextLimit = { characters: 30, bytes: 480 };
