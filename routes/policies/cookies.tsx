import { page } from "fresh";
import { PolicyCookiesPage } from "../../components/pages/PolicyCookiesPage.tsx";
import { COOKIES, define } from "../../lib/http/mod.ts";

export const handler = define.handlers({ GET: () => page() });

export default define.page<typeof handler>(({ state }) => (
  <PolicyCookiesPage t={state.t} cookies={COOKIES} />
));
