import { page } from "fresh";
import { ReferenceView } from "../../components/pages/reference/ReferenceView.tsx";
import { FlagPage } from "../../components/pages/standing/FlagPage.tsx";
import {
  define,
  enterByYes,
  flagOf,
  numberAlone,
  objectToFlag,
  readNumbered,
  reopened,
  seeOther,
} from "../../lib/http/mod.ts";

/**
 * Objects to a flag by an age check, with its number from any browser: begins
 * the check, asks how it stands, and lets in by its yes. The provider leads
 * back to the form for the number, and is not told it.
 */
export const handler = define.handlers({
  GET: () => seeOther("/reference"),
  async POST(ctx) {
    const read = await readNumbered(ctx, numberAlone);
    const { data } = read;
    if (!read.ok) return page({ view: data, flag: null }, { status: 422 });
    const { numbered } = read;
    const isFlag = numbered.kind === "decision" &&
      numbered.statement.measures.includes("under_18");
    if (!isFlag) return page({ view: data, flag: null }, { status: 422 });
    const { statement } = numbered;
    if (statement.state !== "in_force") {
      return await enterByYes(ctx, statement.id);
    }
    const before = await flagOf(ctx, statement);
    const isThere = await objectToFlag(ctx, before, "/reference");
    const after = (await reopened(ctx, data)).opened?.numbered;
    const now = after?.kind === "decision" ? after.statement : statement;
    const flag = await flagOf(ctx, now, !isThere);
    return page({ view: data, flag }, { status: isThere ? 200 : 503 });
  },
});

export default define.page<typeof handler>(({ data: { view, flag }, state }) =>
  flag
    ? (
      <FlagPage
        t={state.t}
        locale={state.locale}
        action="/reference/check"
        number={flag.statement.number}
        {...flag}
      />
    )
    : <ReferenceView t={state.t} locale={state.locale} {...view} />
);
