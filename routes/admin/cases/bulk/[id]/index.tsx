import { HttpError, page } from "fresh";
import { BulkDonePage } from "../../../../../components/admin/bulk/BulkDonePage.tsx";
import { bulkDoneData, staffRoutes } from "../../../../../lib/http/mod.ts";

/** What was decided at once, as long as its decisions are kept. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const done = await bulkDoneData(ctx);
    if (!done) throw new HttpError(404);
    const left = Number(ctx.url.searchParams.get("left"));
    return page({ ...done, left: Number.isSafeInteger(left) ? left : 0 });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <BulkDonePage t={state.t} locale={state.locale} {...data} />
));
