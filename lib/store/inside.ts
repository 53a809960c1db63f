/**
 * Names for what one file of this room shows to another. `mod.ts` does not
 * export them, so no other room can reach KV or the inside of a write.
 */

/** The KvClient of a Store or a RawStore. */
export const KV_CLIENT: unique symbol = Symbol("KvClient");

/** The Draft of a Write. */
export const DRAFT: unique symbol = Symbol("Draft");

/** The Holds of a Store. */
export const HELD: unique symbol = Symbol("Holds");
