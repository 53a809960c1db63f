export { startServer } from "./server/start.ts";
export type { Snapshot } from "./server/snapshot.ts";
