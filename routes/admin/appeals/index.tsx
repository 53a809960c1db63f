import { page } from "fresh";
import { AppealsPage } from "../../../components/admin/appeals/AppealsPage.tsx";
import { appealsData, staffRoutes } from "../../../lib/http/mod.ts";

/** Appeals that wait for an answer. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await appealsData(ctx)),
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AppealsPage t={state.t} {...data} />
));
