import type { AccountId } from "../kernel/mod.ts";
import { makeCopy } from "../privacy/mod.ts";
import type { Ctx } from "./state.ts";

/** The answer that hands out everything about a person as a ZIP. */
export async function zipOf(
  { state: { millo, t, locale } }: Pick<Ctx, "state">,
  person: AccountId,
): Promise<Response> {
  const zip = await makeCopy(millo.dataMap, person, { t, locale });
  const day = new Date(millo.clock.now()).toISOString().slice(0, 10);
  return new Response(zip, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="millo-${day}.zip"`,
      "cache-control": "private, no-store",
    },
  });
}
