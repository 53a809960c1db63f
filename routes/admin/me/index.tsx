import { page } from "fresh";
import { MePage } from "../../../components/admin/staff/MePage.tsx";
import {
  seeOther,
  type StaffCtx,
  staffRoutes,
  unprocessable,
} from "../../../lib/http/mod.ts";
import {
  codesLeft,
  inviteOwnPasskey,
  listStaffSessions,
  MAX_STAFF_PASSKEYS,
  passkeysOf,
} from "../../../lib/staff/mod.ts";

/** One's own keys, codes and sessions. A post asks for one more passkey. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await dataOf(ctx)),
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const asked = await inviteOwnPasskey(millo, staff);
    if (asked.ok) return seeOther(`/staff/invitations/${asked.value}`);
    const { t } = ctx.state;
    const error = asked.refusal === "full"
      ? t("admin.me.full", { count: MAX_STAFF_PASSKEYS })
      : t("admin.proof.first");
    const errors = { passkeys: error };
    return unprocessable(ctx, { ...await dataOf(ctx), errors });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <MePage t={state.t} locale={state.locale} {...data} />
));

async function dataOf(ctx: StaffCtx) {
  const { millo: { store, clock }, principal: staff } = ctx.state;
  const { staffId, facts } = staff;
  const now = clock.now();
  const current = facts.session;
  return {
    name: facts.name,
    roles: facts.roles,
    preferences: facts.preferences,
    passkeys: await passkeysOf(store, staffId),
    codes: await codesLeft(store, staffId),
    sessions: await listStaffSessions(store, staffId, { current, now }),
    proven: staff.isProven(now),
    errors: {} as Record<string, string>,
  };
}
