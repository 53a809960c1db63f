import { HttpError, page } from "fresh";
import { RepliesPage } from "../../../components/admin/RepliesPage.tsx";
import {
  authorise,
  type FormErrors,
  type FormValues,
  readForm,
  seeOther,
  type StaffCtx,
  staffRoutes,
  unprocessable,
} from "../../../lib/http/mod.ts";
import {
  PLACEHOLDERS,
  repliesFor,
  replyTextForm,
  saveReply,
} from "../../../lib/safety/mod.ts";

/** Saved replies. A post makes one, or changes the one that it names. */
export const handler = staffRoutes.handlers({
  GET: async (ctx) => page(await dataOf(ctx)),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const actor = authorise(ctx, "reply.write");
    if (!actor.ok) throw new HttpError(403);
    const read = await readForm(ctx, replyTextForm);
    if (!read.ok) {
      return unprocessable(ctx, await dataOf(ctx, read.values, read.errors));
    }
    const { id, title, text, shared: isShared } = read.value;
    const wanted = { id, title, text, isShared };
    const saved = await saveReply(safety, actor.value, wanted);
    if (saved.ok) return seeOther("/admin/replies");
    if (saved.refusal === "unknown") throw new HttpError(404);
    const errors = { title: t("admin.reply.error.full") };
    return unprocessable(ctx, await dataOf(ctx, read.values, errors));
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <RepliesPage t={state.t} {...data} />
));

async function dataOf(
  ctx: StaffCtx,
  values: FormValues = {},
  errors: FormErrors = {},
) {
  const { millo: { store }, principal } = ctx.state;
  const replies = await repliesFor(store, principal);
  return { replies, placeholders: PLACEHOLDERS, values, errors };
}
