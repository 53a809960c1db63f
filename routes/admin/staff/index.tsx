import { page } from "fresh";
import { StaffPage } from "../../../components/admin/staff/StaffPage.tsx";
import { staffPageData, staffRoutes } from "../../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await staffPageData(ctx)),
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffPage t={state.t} locale={state.locale} {...data} />
));
