import { HttpError } from "fresh";
import { StandingPage } from "../../../components/pages/standing/StandingPage.tsx";
import {
  members,
  readForm,
  seeOther,
  standingData,
  unprocessable,
} from "../../../lib/http/mod.ts";
import { replyForm, replyToQuestion } from "../../../lib/safety/mod.ts";

/** Answers the one question about one's appeal. */
export const handler = members.handlers({
  GET: () => seeOther("/account/standing"),
  async POST(ctx) {
    const { safety } = ctx.state.millo;
    const id = ctx.url.searchParams.get("decision");
    const data = await standingData(ctx, id);
    const appeal = data.view.statement?.appeal;
    if (appeal?.state !== "asked") throw new HttpError(404);
    const read = await readForm(ctx, replyForm);
    if (!read.ok) return unprocessable(ctx, { ...data, ...read });
    await replyToQuestion(safety, appeal.id, read.value.words);
    return seeOther(`/account/standing?decision=${data.view.statement!.id}`);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <StandingPage t={state.t} locale={state.locale} {...data} />
));
