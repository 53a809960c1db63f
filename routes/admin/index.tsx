import { page } from "fresh";
import { AdminHomePage } from "../../components/admin/AdminHomePage.tsx";
import { define } from "../../lib/http/mod.ts";

export const handler = define.handlers({ GET: () => page() });

export default define.page<typeof handler>(({ state }) => (
  <AdminHomePage t={state.t} />
));
