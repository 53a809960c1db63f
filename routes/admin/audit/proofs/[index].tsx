import { HttpError, page } from "fresh";
import { InclusionPage } from "../../../../components/admin/audit/InclusionPage.tsx";
import {
  inclusionData,
  staffRoutes,
  wantsJson,
} from "../../../../lib/http/mod.ts";

/** The proof that an entry is in the log; as JSON to a program. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const data = await inclusionData(ctx);
    if (!data) throw new HttpError(404);
    return wantsJson(ctx.req) ? Response.json(data) : page(data);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <InclusionPage t={state.t} locale={state.locale} {...data} />
));
