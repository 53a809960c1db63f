import { page } from "fresh";
import { PolicyPage } from "../components/pages/PolicyPage.tsx";
import { define, policyData } from "../lib/http/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => page(policyData(ctx, "rules")),
});

export default define.page<typeof handler>(({ data, state }) => (
  <PolicyPage t={state.t} locale={state.locale} {...data} />
));
