import { page } from "fresh";
import { StandingPage } from "../../../components/pages/standing/StandingPage.tsx";
import { members, standingData } from "../../../lib/http/mod.ts";

/** Where a person stands, why, and how to object. */
export const handler = members.handlers({
  GET: async (ctx) => page(await standingData(ctx)),
});

export default members.page<typeof handler>(({ data, state }) => (
  <StandingPage t={state.t} locale={state.locale} {...data} />
));
