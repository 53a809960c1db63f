import { page } from "fresh";
import { CasesPage } from "../../../components/admin/cases/CasesPage.tsx";
import { casesData, seeOther, staffRoutes } from "../../../lib/http/mod.ts";
import { loadCase, readCaseNumber } from "../../../lib/safety/mod.ts";

/** The queue of cases. A number that was searched for leads to its case. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const searched = ctx.url.searchParams.get("number")?.trim();
    const data = await casesData(ctx);
    if (!searched) return page(data);
    const number = readCaseNumber(searched);
    const found = number && await loadCase(ctx.state.millo.store, number);
    // Another team's case is missing as any made-up number is.
    if (found && found.value.team === "general") {
      return seeOther(`/admin/cases/${number}`);
    }
    return page({ ...data, missing: (number ?? searched).slice(0, 40) });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasesPage t={state.t} {...data} />
));
