import { HttpError, page } from "fresh";
import { StaffAccountPage } from "../../../../components/admin/staff/StaffAccountPage.tsx";
import { staffAccountData, staffRoutes } from "../../../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const data = await staffAccountData(ctx);
    if (!data) throw new HttpError(404);
    return page(data);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffAccountPage t={state.t} locale={state.locale} {...data} />
));
