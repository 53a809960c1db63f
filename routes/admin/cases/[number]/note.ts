import { HttpError } from "fresh";
import {
  authorise,
  readForm,
  seeOther,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { addCaseNote, caseNoteForm } from "../../../../lib/safety/mod.ts";

/** A note for colleagues. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { number } = ctx.params;
    const read = await readForm(ctx, caseNoteForm);
    const actor = authorise(ctx, "case.claim");
    if (!read.ok || !actor.ok) throw new HttpError(422);
    const { note, person } = read.value;
    const added = await addCaseNote(ctx.state.millo.safety, actor.value, {
      number,
      text: note,
      aboutPerson: person,
    });
    if (!added.ok) throw new HttpError(added.refusal === "own" ? 403 : 404);
    return seeOther(`/admin/cases/${number}`);
  },
});
