import { staffRoutes, streamChanges } from "../../lib/http/mod.ts";

/** What changes, as it changes, for a page that stays open. */
export const handler = staffRoutes.handlers({ GET: streamChanges });
