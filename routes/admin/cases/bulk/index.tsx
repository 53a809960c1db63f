import { page } from "fresh";
import { BulkPage } from "../../../../components/admin/bulk/BulkPage.tsx";
import {
  bulkData,
  readForm,
  seeOther,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import { bulkForm } from "../../../../lib/safety/mod.ts";

/** The chosen cases, and what would happen to each; nothing is written. */
export const handler = staffRoutes.handlers({
  GET: () => seeOther("/admin/cases"),
  async POST(ctx) {
    const read = await readForm(ctx, bulkForm, { lists: ["cases"] });
    if (read.ok) return page(await bulkData(ctx, read.value.cases));
    const data = await bulkData(ctx, read.lists.cases ?? [], read);
    return unprocessable(ctx, data);
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <BulkPage t={state.t} {...data} />
));
