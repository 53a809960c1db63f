import { HttpError, page } from "fresh";
import { AppealPage } from "../../../../components/admin/appeals/AppealPage.tsx";
import {
  appealData,
  authorise,
  readForm,
  seeOther,
  staffRoutes,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import { answer } from "../../../../lib/app/mod.ts";
import { answerForm, type AnswerRefusal } from "../../../../lib/safety/mod.ts";

/** The answer to an appeal, to both sides at once. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/appeals/${ctx.params.id}`),
  async POST(ctx) {
    const { millo, t } = ctx.state;
    const { id } = ctx.params;
    const data = await appealData(ctx);
    if (!data) throw new HttpError(404);
    const actor = authorise(ctx, "appeal.answer");
    if (!actor.ok || data.closed !== null) throw new HttpError(403);
    const read = await readForm(ctx, answerForm);
    if (!read.ok) return unprocessable(ctx, { ...data, ...read });
    const answered = await answer(millo, actor.value, id, read.value);
    if (answered.ok) return seeOther("/admin/appeals");
    const { refusal } = answered;
    const field = FIELDS[refusal] ?? "answer";
    const errors = { [field]: t(`admin.appeal.error.${refusal}`) };
    const status = refusal === "lapsed" ? 409 : 422;
    return page({ ...data, values: read.values, errors }, { status });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AppealPage t={state.t} locale={state.locale} {...data} />
));

/** Which field a refusal is about. */
const FIELDS: Partial<Record<AnswerRefusal, string>> = {
  words: "toPerson",
  placeholder: "toPerson",
  longer: "lessenedTo",
};
