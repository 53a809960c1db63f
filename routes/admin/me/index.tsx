import { page } from "fresh";
import { MePage } from "../../../components/admin/staff/MePage.tsx";
import {
  mePageData,
  seeOther,
  staffRoutes,
  unprocessable,
} from "../../../lib/http/mod.ts";
import {
  inviteOwnPasskey,
  MAX_STAFF_PASSKEYS,
} from "../../../lib/staff/mod.ts";

/** One's own keys, codes and sessions. A post asks for one more passkey. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await mePageData(ctx)),
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const asked = await inviteOwnPasskey(millo, staff);
    if (asked.ok) return seeOther(`/staff/invitations/${asked.value}`);
    const { t } = ctx.state;
    const error = asked.refusal === "full"
      ? t("admin.me.full", { count: MAX_STAFF_PASSKEYS })
      : t("admin.proof.first");
    const errors = { passkeys: error };
    return unprocessable(ctx, { ...await mePageData(ctx), errors });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <MePage t={state.t} locale={state.locale} {...data} />
));
