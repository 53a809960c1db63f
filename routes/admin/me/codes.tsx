import { page } from "fresh";
import { CodesPage } from "../../../components/admin/staff/CodesPage.tsx";
import CodeActions from "../../../islands/CodeActions.tsx";
import { messagesFor } from "../../../lib/i18n/mod.ts";
import { seeOther, staffRoutes } from "../../../lib/http/mod.ts";
import { makeStaffCodes } from "../../../lib/staff/mod.ts";

/** Eight recovery codes, shown once. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/me"),
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const made = await makeStaffCodes(millo, staff);
    if (!made.ok) return seeOther("/admin/proof?to=/admin/me");
    return page({ codes: made.value });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CodesPage t={state.t} codes={data.codes}>
    <CodeActions
      code={data.codes.join("\n")}
      locale={state.locale}
      messages={messagesFor("account.keys.shown", state.locale)}
    />
  </CodesPage>
));
