import { page } from "fresh";
import { AccessibilityPage } from "../components/pages/AccessibilityPage.tsx";
import { define } from "../lib/http/mod.ts";

export const handler = define.handlers({ GET: () => page() });

export default define.page<typeof handler>(({ state }) => (
  <AccessibilityPage t={state.t} />
));
