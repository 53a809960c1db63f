import { page } from "fresh";
import { AgeFlagsPage } from "../../../components/admin/age/AgeFlagsPage.tsx";
import { ageFlagsData, staffRoutes } from "../../../lib/http/mod.ts";

/** Age flags that wait, the most urgent first. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await ageFlagsData(ctx)),
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AgeFlagsPage t={state.t} {...data} />
));
