import { HttpError } from "fresh";
import { OwnReportPage } from "../../../../components/pages/report/OwnReportPage.tsx";
import {
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import {
  ownReportView,
  replyForm,
  replyToQuestion,
} from "../../../../lib/safety/mod.ts";

/** Answers the one question about the appeal of one's report. */
export const handler = members.handlers({
  GET: (ctx) => seeOther(`/account/reports/${ctx.params.id}`),
  async POST(ctx) {
    const { millo: { safety }, principal: { accountId } } = ctx.state;
    const { id } = ctx.params;
    const report = await ownReportView(safety, accountId, id);
    const appeal = report?.outcome?.appealable.appeal;
    if (!report || appeal?.state !== "asked") throw new HttpError(404);
    const read = await readForm(ctx, replyForm);
    if (!read.ok) return unprocessable(ctx, { report, ...read });
    await replyToQuestion(safety, appeal.id, read.value.words);
    return seeOther(`/account/reports/${id}`);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <OwnReportPage t={state.t} locale={state.locale} {...data} />
));
