/**
 * For: the commands behind `deno task`, and the servers that they start.
 * Keeps: programs in the cache folder, builds in `_fresh/`, notes in `.millo/`.
 * Enter: nobody; the launcher runs its files, and tests and benches use them.
 */
export {};
