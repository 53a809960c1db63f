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
import { askAppellant, questionForm } from "../../../../lib/safety/mod.ts";

/** One question back to whoever appealed. */
export const handler = staffRoutes.handlers({
  GET: (ctx) => seeOther(`/admin/appeals/${ctx.params.id}`),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const { id } = ctx.params;
    const read = await readForm(ctx, questionForm);
    const data = await appealData(ctx);
    if (!data) throw new HttpError(404);
    const actor = authorise(ctx, "appeal.answer");
    if (!actor.ok || data.closed !== null) throw new HttpError(403);
    if (!read.ok) return unprocessable(ctx, { ...data, ...read });
    const { question } = read.value;
    const asked = await askAppellant(safety, actor.value, id, question);
    if (asked.ok) return seeOther("/admin/appeals");
    const errors = { question: t(`admin.appeal.error.${asked.refusal}`) };
    const status = asked.refusal === "lapsed" ? 409 : 422;
    return page({ ...data, values: read.values, errors }, { status });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AppealPage t={state.t} locale={state.locale} {...data} />
));
