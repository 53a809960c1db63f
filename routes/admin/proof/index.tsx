import { page } from "fresh";
import { ProofPage } from "../../../components/admin/staff/ProofPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import { adminPathOf, staffRoutes } from "../../../lib/http/mod.ts";

/** Where a passkey is shown once more, before what needs it. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => page({ to: adminPathOf(ctx.url.searchParams.get("to")) }),
});

export default staffRoutes.page<typeof handler>(({ data, state: { t } }) => (
  <ProofPage t={t} to={data.to}>
    <Passkey
      way="show"
      challenge={`/admin/proof/challenge?to=${encodeURIComponent(data.to)}`}
      to={data.to}
      words={{
        act: t("staff.passkey.use"),
        waiting: t("staff.passkey.waiting"),
        failed: t("staff.passkey.refused"),
        none: t("staff.passkey.none"),
      }}
    />
  </ProofPage>
));
