import { page } from "fresh";
import { StaffSignInPage } from "../../components/admin/staff/StaffSignInPage.tsx";
import Passkey from "../../islands/Passkey.tsx";
import { adminPathOf, define } from "../../lib/http/mod.ts";

/** Where the staff come in: a passkey says who somebody is. */
export const handler = define.handlers({
  GET: (ctx) => page({ to: adminPathOf(ctx.url.searchParams.get("to")) }),
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <StaffSignInPage t={t}>
    <Passkey
      way="show"
      challenge="/staff/challenge"
      to={data.to}
      go
      words={{
        act: t("staff.passkey.use"),
        waiting: t("staff.passkey.waiting"),
        failed: t("staff.passkey.refused"),
        none: t("staff.passkey.none"),
      }}
    />
  </StaffSignInPage>
));
