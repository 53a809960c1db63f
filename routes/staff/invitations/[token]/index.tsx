import { page } from "fresh";
import { InvitationPage } from "../../../../components/admin/staff/InvitationPage.tsx";
import Passkey from "../../../../islands/Passkey.tsx";
import { define, invitationOf } from "../../../../lib/http/mod.ts";
import {
  hasAdmin,
  rolesToGive,
  staffNames,
} from "../../../../lib/staff/mod.ts";

/** What a link invites to: joining, or one more passkey. */
export const handler = define.handlers({
  async GET(ctx) {
    const found = await invitationOf(ctx);
    if (!found) return page({ invitation: null }, { status: 404 });
    const { by, staffId } = found.value;
    const { store } = ctx.state.millo;
    const names = await staffNames(store, [by, staffId]);
    const invitation = {
      roles: rolesToGive(found.value, await hasAdmin(store)),
      by: by === null ? null : names.get(by) ?? null,
      name: staffId === null ? null : names.get(staffId) ?? null,
    };
    return page({ invitation });
  },
});

export default define.page<typeof handler>(({ data, params, state: { t } }) => (
  <InvitationPage t={t} invitation={data.invitation}>
    <Passkey
      way="add"
      challenge={`/staff/invitations/${params.token}/challenge`}
      to="/admin/me"
      field={data.invitation?.name === null ? "name" : undefined}
      words={{
        act: t("staff.passkey.register"),
        waiting: t("staff.passkey.waiting"),
        failed: t("staff.passkey.notMade"),
        none: t("staff.passkey.none"),
      }}
    />
  </InvitationPage>
));
