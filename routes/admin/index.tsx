import { page } from "fresh";
import { AdminHomePage } from "../../components/admin/AdminHomePage.tsx";
import { staffRoutes, waitingFor } from "../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const { millo, principal: staff } = ctx.state;
    return page({
      ...await waitingFor(ctx.state, staff),
      now: millo.clock.now(),
      mayTake: staff.may("case.claim"),
    });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AdminHomePage t={state.t} {...data} />
));
