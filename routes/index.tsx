import { page } from "fresh";
import { HomePage } from "../components/pages/HomePage.tsx";
import { define } from "../lib/http/mod.ts";

/** Named, because a page without a handler would answer every method. */
export const handler = define.handlers({ GET: () => page() });

export default define.page<typeof handler>(({ state }) => (
  <HomePage t={state.t} />
));
