import { CasesPage } from "../../../../components/admin/cases/CasesPage.tsx";
import {
  casesData,
  readForm,
  seeOther,
  staffRoutes,
  unprocessable,
  viewIn,
} from "../../../../lib/http/mod.ts";
import {
  MAX_QUEUE_VIEWS,
  queueViewForm,
  saveQueueView,
} from "../../../../lib/staff/mod.ts";

/** Saves what the queue leaves out, under a name, for oneself. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(viewIn(ctx).address),
  async POST(ctx) {
    const { millo, principal: staff, t } = ctx.state;
    const { query, address } = viewIn(ctx);
    // The whole queue needs no name.
    if (query === "") return seeOther(address);
    const read = await readForm(ctx, queueViewForm);
    const refused = async (name: string) => {
      const data = await casesData(ctx);
      const { values } = read;
      return unprocessable(ctx, {
        ...{ ...data, values, errors: { name } },
        missing: null,
      });
    };
    if (!read.ok) return await refused(read.errors.name);
    const { name } = read.value;
    const saved = await saveQueueView(millo, staff, { name, query });
    return saved.ok
      ? seeOther(address)
      : await refused(t("admin.cases.save.full", { count: MAX_QUEUE_VIEWS }));
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasesPage t={state.t} {...data} />
));
