import { HttpError, page } from "fresh";
import { ReferenceView } from "../../components/pages/reference/ReferenceView.tsx";
import {
  define,
  readNumbered,
  reopened,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";
import { addNote, noteForm } from "../../lib/safety/mod.ts";

/** More words to a report, by its number. */
export const handler = define.handlers({
  GET: () => seeOther("/reference"),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const read = await readNumbered(ctx, noteForm);
    if (!read.ok) return unprocessable(ctx, read.data);
    const { numbered, value, data } = read;
    if (numbered.kind !== "report") throw new HttpError(404);
    const { holder, report } = numbered;
    const added = await addNote(safety, holder, report.id, value.words);
    if (added.ok) return page(await reopened(ctx, data));
    const errors = { words: t(`report.error.note.${added.refusal}`) };
    return unprocessable(ctx, { ...data, errors });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReferenceView t={state.t} locale={state.locale} {...data} />
));
