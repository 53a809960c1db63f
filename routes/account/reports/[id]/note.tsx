import { HttpError } from "fresh";
import { OwnReportPage } from "../../../../components/pages/report/OwnReportPage.tsx";
import {
  members,
  readForm,
  seeOther,
  unprocessable,
  wantsJson,
} from "../../../../lib/http/mod.ts";
import {
  addNote,
  noteForm,
  ownReportView,
} from "../../../../lib/safety/mod.ts";

/** More words to a report. */
export const handler = members.handlers({
  GET: (ctx) => seeOther(`/account/reports/${ctx.params.id}`),
  async POST(ctx) {
    const { millo: { safety }, principal: { accountId }, t } = ctx.state;
    const { id } = ctx.params;
    const read = await readForm(ctx, noteForm);
    const report = await ownReportView(safety, accountId, id);
    if (!report) throw new HttpError(404);
    if (!read.ok) return unprocessable(ctx, { report, ...read });
    const added = await addNote(safety, accountId, id, read.value.words);
    if (!added.ok) {
      const errors = { words: t(`report.error.note.${added.refusal}`) };
      return unprocessable(ctx, { report, values: read.values, errors });
    }
    return wantsJson(ctx.req)
      ? new Response(null, { status: 204 })
      : seeOther(`/account/reports/${id}`);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <OwnReportPage t={state.t} locale={state.locale} {...data} />
));
