import { currentDocument } from "../../lib/consent/mod.ts";
import { define } from "../../lib/http/mod.ts";

/** Says that this site honours Global Privacy Control, and since which text. */
export const handler = define.handlers({
  GET: () =>
    Response.json({
      gpc: true,
      lastUpdate: currentDocument("privacy").inForceSince,
    }),
});
