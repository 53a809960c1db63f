import { HttpError } from "fresh";
import { StandingPage } from "../../../components/pages/standing/StandingPage.tsx";
import {
  members,
  readForm,
  seeOther,
  standingData,
  unprocessable,
} from "../../../lib/http/mod.ts";
import {
  appealForm,
  fileAppeal,
  ownDecision,
} from "../../../lib/safety/mod.ts";

/** Objects to a decision about oneself, once. */
export const handler = members.handlers({
  GET: () => seeOther("/account/standing"),
  async POST(ctx) {
    const { millo: { safety }, principal: { accountId }, t } = ctx.state;
    const read = await readForm(ctx, appealForm);
    const { values } = read;
    const id = values.decision ?? "";
    if (!read.ok) {
      const data = await standingData(ctx, id);
      return unprocessable(ctx, { ...data, values, errors: read.errors });
    }
    if (!await ownDecision(safety, accountId, id)) throw new HttpError(404);
    const { claim, words } = read.value;
    const filed = await fileAppeal(safety, {
      ...{ decision: id, claim, words },
      by: "person",
      report: null,
      appellant: accountId,
    });
    if (filed.ok) return seeOther(`/account/standing?decision=${id}`);
    const errors = { words: t(`standing.error.${filed.refusal}`) };
    const data = await standingData(ctx, id);
    return unprocessable(ctx, { ...data, values, errors });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <StandingPage t={state.t} locale={state.locale} {...data} />
));
