import { HttpError, page } from "fresh";
import { OwnReportPage } from "../../../../components/pages/report/OwnReportPage.tsx";
import { type MemberCtx, members } from "../../../../lib/http/mod.ts";
import { ownReportView } from "../../../../lib/safety/mod.ts";

/** A report of one's own, and where it stands. */
export const handler = members.handlers({
  async GET(ctx) {
    const data = await dataOf(ctx);
    if (!data) throw new HttpError(404);
    return page(data);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <OwnReportPage t={state.t} locale={state.locale} {...data} />
));

async function dataOf(ctx: MemberCtx) {
  const { millo: { safety }, principal: { accountId } } = ctx.state;
  const report = await ownReportView(safety, accountId, ctx.params.id);
  return report && { report, errors: {} as Record<string, string> };
}
