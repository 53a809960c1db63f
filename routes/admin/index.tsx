import { page } from "fresh";
import { AdminHomePage } from "../../components/admin/home/AdminHomePage.tsx";
import { homeData, staffRoutes } from "../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await homeData(ctx)),
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AdminHomePage t={state.t} locale={state.locale} {...data} />
));
