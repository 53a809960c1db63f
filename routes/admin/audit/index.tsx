import { page } from "fresh";
import { AuditPage } from "../../../components/admin/audit/AuditPage.tsx";
import {
  auditData,
  beginVerification,
  seeOther,
  staffRoutes,
} from "../../../lib/http/mod.ts";

/** The audit log. A post verifies it. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await auditData(ctx)),
  async POST(ctx) {
    await beginVerification(ctx);
    return seeOther("/admin/audit");
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AuditPage t={state.t} locale={state.locale} {...data} />
));
