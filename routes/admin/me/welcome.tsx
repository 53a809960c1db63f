import { page } from "fresh";
import { WelcomePage } from "../../../components/admin/staff/WelcomePage.tsx";
import { staffRoutes } from "../../../lib/http/mod.ts";
import { passkeysOf } from "../../../lib/staff/mod.ts";

/** What follows the first passkey. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const { millo: { store }, principal: { staffId } } = ctx.state;
    return page({ passkeys: (await passkeysOf(store, staffId)).length });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <WelcomePage t={state.t} passkeys={data.passkeys} />
));
