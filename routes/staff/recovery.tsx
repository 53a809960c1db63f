import { page } from "fresh";
import { z } from "zod";
import { StaffRecoveryPage } from "../../components/admin/staff/StaffRecoveryPage.tsx";
import {
  define,
  readForm,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";
import { useStaffCode } from "../../lib/staff/mod.ts";

const recoveryForm = z.object({ recovery: z.string().max(200).default("") });

/** A recovery code leads to a new passkey, and to nothing else. */
export const handler = define.handlers({
  GET: () => page({ errors: {} }),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const read = await readForm(ctx, recoveryForm, { secrets: ["recovery"] });
    const typed = read.ok ? read.value.recovery : "";
    const used = await useStaffCode(millo, typed);
    if (used.ok) return seeOther(`/staff/invitations/${used.value}`);
    const errors = { recovery: t("staff.recovery.unknown") };
    return unprocessable(ctx, { errors });
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <StaffRecoveryPage t={t} errors={data.errors} />
));
