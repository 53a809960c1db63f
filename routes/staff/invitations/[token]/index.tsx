import { page } from "fresh";
import { z } from "zod";
import {
  InvitationPage,
  type InvitationStep,
} from "../../../../components/admin/staff/InvitationPage.tsx";
import Passkey from "../../../../islands/Passkey.tsx";
import {
  type Ctx,
  define,
  faultIn,
  invitationOf,
  readForm,
} from "../../../../lib/http/mod.ts";
import {
  codesLeft,
  declineInvitation,
  hasAdmin,
  type Invitation,
  rolesToGive,
  staffName,
  staffNames,
} from "../../../../lib/staff/mod.ts";

const nameForm = z.object({
  name: z.string().default(""),
  decline: z.string().optional(),
});

/** What a link invites to: joining, or one more passkey. */
export const handler = define.handlers({
  async GET(ctx) {
    const found = await invitationOf(ctx);
    if (!found) return show({ step: "ended" }, 404);
    const { staffId, name } = found.value;
    if (staffId !== null) return await ownPasskey(ctx, staffId);
    return show(await nameStep(ctx, found.value, name ?? ""));
  },
  async POST(ctx) {
    const found = await invitationOf(ctx);
    if (!found || found.value.staffId !== null) {
      return show({ step: "ended" }, 404);
    }
    const read = await readForm(ctx, nameForm);
    const { name: typed, decline } = read.ok ? read.value : { name: "" };
    if (decline !== undefined) {
      await declineInvitation(ctx.state.millo, found);
      return show({ step: "ended" });
    }
    const name = staffName.safeParse(typed);
    if (name.success) {
      return show({ step: "passkey", name: name.data, isFirst: true });
    }
    const errors = { name: faultIn(ctx.state.t, name.error) };
    return show({ ...await nameStep(ctx, found.value, typed), errors }, 422);
  },
});

export default define.page<typeof handler>(({ data, url, state: { t } }) => {
  const { shown } = data;
  const isFirst = shown.step === "passkey" && shown.isFirst;
  return (
    <InvitationPage t={t} action={url.pathname} shown={shown}>
      <Passkey
        way="add"
        challenge={`${url.pathname}/challenge`}
        to={data.to}
        extra={isFirst ? { name: shown.name } : undefined}
        go
        words={{
          act: t("staff.passkey.register"),
          waiting: t("staff.passkey.waiting"),
          failed: t("staff.passkey.notMade"),
          none: t("staff.passkey.none"),
        }}
      />
    </InvitationPage>
  );
});

function show(shown: InvitationStep, status = 200, to = "/admin/me/welcome") {
  return page({ shown, to }, { status });
}

async function nameStep(
  { state: { millo: { store } } }: Ctx,
  invitation: Invitation,
  name: string,
) {
  const { by } = invitation;
  const names = await staffNames(store, [by]);
  return {
    step: "name" as const,
    roles: rolesToGive(invitation, await hasAdmin(store)),
    by: by === null ? null : names.get(by) ?? null,
    name,
    errors: {},
  };
}

async function ownPasskey(
  { state: { millo: { store } } }: Ctx,
  staffId: string,
) {
  const names = await staffNames(store, [staffId]);
  const name = names.get(staffId) ?? "";
  // Whoever has no codes yet is still about to make them.
  const { of } = await codesLeft(store, staffId);
  const to = of === 0 ? "/admin/me/welcome" : "/admin/me";
  return show({ step: "passkey", name, isFirst: false }, 200, to);
}
