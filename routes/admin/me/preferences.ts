import { readForm, seeOther, staffRoutes } from "../../../lib/http/mod.ts";
import { preferencesForm, setPreferences } from "../../../lib/staff/mod.ts";

/** How one likes the pages of the back office. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const read = await readForm(ctx, preferencesForm);
    if (read.ok) await setPreferences(millo, staff, read.value);
    return seeOther("/admin/me#preferences");
  },
});
