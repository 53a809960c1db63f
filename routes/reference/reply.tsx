import { HttpError, page } from "fresh";
import { ReferenceView } from "../../components/pages/reference/ReferenceView.tsx";
import {
  define,
  readNumbered,
  reopened,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";
import { replyForm, replyToQuestion } from "../../lib/safety/mod.ts";

/** Answers the one question about an appeal, by its number. */
export const handler = define.handlers({
  GET: () => seeOther("/reference"),
  async POST(ctx) {
    const read = await readNumbered(ctx, replyForm);
    if (!read.ok) return unprocessable(ctx, read.data);
    const { numbered, value, data } = read;
    const appeal = numbered.kind === "report"
      ? numbered.report.outcome?.appealable.appeal
      : numbered.statement.appeal;
    if (appeal?.state !== "asked") throw new HttpError(404);
    await replyToQuestion(ctx.state.millo.safety, appeal.id, value.words);
    return page(await reopened(ctx, data));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReferenceView t={state.t} locale={state.locale} {...data} />
));
