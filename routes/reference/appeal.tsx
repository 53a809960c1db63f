import { page } from "fresh";
import { ReferenceView } from "../../components/pages/reference/ReferenceView.tsx";
import {
  define,
  readNumbered,
  reopened,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";
import {
  fileAppeal,
  type NewAppeal,
  type Numbered,
  numberedAppealForm,
} from "../../lib/safety/mod.ts";

/** Objects to a decision, or to the answer to a report, by its number. */
export const handler = define.handlers({
  GET: () => seeOther("/reference"),
  async POST(ctx) {
    const { millo: { safety }, t } = ctx.state;
    const read = await readNumbered(ctx, numberedAppealForm);
    const { data } = read;
    if (!read.ok) return unprocessable(ctx, data);
    const { numbered, value: { claim, words } } = read;
    const isEmpty = words === null &&
      (claim === null || numbered.kind === "report");
    if (isEmpty) {
      const message = numbered.kind === "report"
        ? t("report.error.appeal")
        : t("standing.error.empty");
      return unprocessable(ctx, { ...data, errors: { words: message } });
    }
    const filed = await fileAppeal(safety, {
      ...appellantOf(numbered),
      claim: numbered.kind === "report" ? null : claim,
      words,
    });
    if (filed.ok) return page(await reopened(ctx, data));
    const errors = { words: t(`standing.error.${filed.refusal}`) };
    return unprocessable(ctx, { ...data, errors });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReferenceView t={state.t} locale={state.locale} {...data} />
));

function appellantOf(
  numbered: Numbered,
): Pick<NewAppeal, "decision" | "by" | "report" | "appellant"> {
  return numbered.kind === "report"
    ? {
      // Nothing is appealed before there is an answer.
      decision: numbered.report.outcome?.decision ?? "",
      by: "reporter",
      report: numbered.report.id,
      appellant: numbered.holder,
    }
    : {
      decision: numbered.statement.id,
      by: "person",
      report: null,
      appellant: numbered.holder,
    };
}
