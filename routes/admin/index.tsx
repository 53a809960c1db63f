import { page } from "fresh";
import { AdminHomePage } from "../../components/admin/AdminHomePage.tsx";
import { staffRoutes } from "../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({ GET: () => page() });

export default staffRoutes.page<typeof handler>(({ state }) => (
  <AdminHomePage t={state.t} />
));
