import type { TextLimit } from "../text/mod.ts";

/** What people and moderators may write, each time. */
export const MAX_WORDS: TextLimit = { characters: 2000, bytes: 24_000 };
