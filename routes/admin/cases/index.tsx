import { page } from "fresh";
import { CasesPage } from "../../../components/admin/cases/CasesPage.tsx";
import {
  casesData,
  keepingQueue,
  seeOther,
  type StaffCtx,
  staffRoutes,
} from "../../../lib/http/mod.ts";
import {
  loadCase,
  mayReadCases,
  readCaseNumber,
} from "../../../lib/safety/mod.ts";

/** The queue of cases. A number that was searched for leads to its case. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const searched = ctx.url.searchParams.get("number")?.trim();
    const found = searched ? await caseOf(ctx, searched) : null;
    if (found) return seeOther(found);
    const missing = searched?.slice(0, MAX_SHOWN) || null;
    const headers = keepingQueue(ctx);
    return page({ ...await casesData(ctx), missing }, { headers });
  },
});

/** As much as is repeated of a number that no case has. */
const MAX_SHOWN = 40;

/** The page of a case; another team's is missing as a made-up number is. */
async function caseOf(ctx: StaffCtx, typed: string): Promise<string | null> {
  const { millo: { store }, principal: staff } = ctx.state;
  const number = readCaseNumber(typed);
  const found = number && await loadCase(store, number);
  if (!found || !mayReadCases(staff, found.value.team)) return null;
  return found.value.team === "general"
    ? `/admin/cases/${number}`
    : `/admin/age/${number}`;
}

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <CasesPage t={state.t} {...data} />
));
