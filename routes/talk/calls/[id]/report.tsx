import { HttpError, page } from "fresh";
import { ReportPage } from "../../../../components/pages/report/ReportPage.tsx";
import { reportPerson } from "../../../../lib/app/mod.ts";
import {
  forbidden,
  type MemberCtx,
  members,
  readForm,
  seeOther,
  tooMany,
  unprocessable,
  wantsJson,
} from "../../../../lib/http/mod.ts";
import { smallPicture } from "../../../../lib/accounts/mod.ts";
import {
  findReportable,
  MAX_REPORT_FORM,
  mayHaveStill,
  REASONS,
  reportForm,
  STILL,
} from "../../../../lib/safety/mod.ts";

/** A report about the other of a call: by a tap in it, or from the history. */
export const handler = members.handlers({
  async GET(ctx) {
    const data = await dataOf(ctx);
    if (!data) throw new HttpError(404);
    return page(data);
  },
  async POST(ctx) {
    const { millo, principal: { accountId }, t } = ctx.state;
    const { id } = ctx.params;
    const read = await readForm(ctx, reportForm, { limit: MAX_REPORT_FORM });
    const data = await dataOf(ctx);
    if (!data) throw new HttpError(404);
    if (!read.ok) {
      return unprocessable(ctx, { ...data, ...read });
    }
    const { reason, words, adult, text, still } = read.value;
    if (still && !mayHaveStill(reason, { clearlyAdult: adult })) {
      const errors = { still: t("report.error.still") };
      return unprocessable(ctx, { ...data, values: read.values, errors });
    }
    const waitMs = await millo.limiter.take("reports", accountId);
    if (waitMs > 0) {
      // Out of the call all the same; the report can still be made later.
      await millo.liveHub.queue.finish(id, accountId);
      throw tooMany(waitMs);
    }
    const filed = await reportPerson(millo, accountId, {
      ...{ call: id, reason, words, withText: text, clearlyAdult: adult },
      still: still ? await jpegOf(still) : null,
    });
    if (!filed.ok && filed.refusal === "still") throw new HttpError(422);
    if (!filed.ok && filed.refusal === "barred") {
      if (wantsJson(ctx.req)) throw forbidden("reporting");
      const errors = { reason: t("report.error.barred") };
      return unprocessable(ctx, { ...data, values: read.values, errors });
    }
    if (!filed.ok) throw new HttpError(404);
    const { report, number, added } = filed.value;
    if (!wantsJson(ctx.req)) return seeOther(`/account/reports/${report}`);
    const { final } = REASONS[reason];
    return Response.json({ report, number, added, final }, { status: 201 });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <ReportPage t={state.t} {...data} />
));

async function dataOf(ctx: MemberCtx) {
  const { millo, principal: { accountId } } = ctx.state;
  const { id } = ctx.params;
  const call = await findReportable(millo.safety, accountId, id);
  return call && {
    call: id,
    hasEvidence: call.hasEvidence,
    values: {} as Record<string, string>,
    errors: {} as Record<string, string>,
  };
}

/** What cannot be read as a picture is left out: the report matters more. */
async function jpegOf(still: File): Promise<Uint8Array | null> {
  const made = await smallPicture(await still.bytes(), STILL);
  return made.ok ? made.value : null;
}
