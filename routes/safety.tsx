import { page } from "fresh";
import { SafetyPage } from "../components/pages/SafetyPage.tsx";
import { define } from "../lib/http/mod.ts";

export const handler = define.handlers({ GET: () => page() });

export default define.page<typeof handler>(({ state }) => (
  <SafetyPage t={state.t} />
));
