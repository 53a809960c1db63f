import { HttpError } from "fresh";
import { OwnReportPage } from "../../../../components/pages/report/OwnReportPage.tsx";
import {
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import {
  fileAppeal,
  ownReportView,
  reporterAppealForm,
} from "../../../../lib/safety/mod.ts";

/** Objects to the answer to one's report, once. */
export const handler = members.handlers({
  GET: (ctx) => seeOther(`/account/reports/${ctx.params.id}`),
  async POST(ctx) {
    const { millo: { safety }, principal: { accountId }, t } = ctx.state;
    const { id } = ctx.params;
    const read = await readForm(ctx, reporterAppealForm);
    const report = await ownReportView(safety, accountId, id);
    if (!report?.outcome) throw new HttpError(404);
    if (!read.ok) return unprocessable(ctx, { report, ...read });
    const filed = await fileAppeal(safety, {
      decision: report.outcome.decision,
      ...{ by: "reporter", report: id, appellant: accountId },
      ...{ claim: null, words: read.value.words },
    });
    if (filed.ok) return seeOther(`/account/reports/${id}`);
    const errors = { words: t(`standing.error.${filed.refusal}`) };
    return unprocessable(ctx, { report, values: read.values, errors });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <OwnReportPage t={state.t} locale={state.locale} {...data} />
));
