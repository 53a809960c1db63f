import { HttpError } from "fresh";
import {
  define,
  numberAlone,
  readNumbered,
  seeOther,
  zipOf,
} from "../../lib/http/mod.ts";

/** Everything about the holder of a number, as a ZIP. */
export const handler = define.handlers({
  async POST(ctx) {
    const read = await readNumbered(ctx, numberAlone);
    if (!read.ok) return seeOther("/reference");
    const { holder } = read.numbered;
    if (holder === null || read.allows !== "open") throw new HttpError(409);
    return await zipOf(ctx, holder);
  },
});
