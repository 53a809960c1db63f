import { HttpError, page } from "fresh";
import { StaffMemberPage } from "../../../../components/admin/staff/StaffMemberPage.tsx";
import { staffMemberData, staffRoutes } from "../../../../lib/http/mod.ts";

export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const data = await staffMemberData(ctx);
    if (!data) throw new HttpError(404);
    return page(data);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <StaffMemberPage t={state.t} locale={state.locale} {...data} />
));
