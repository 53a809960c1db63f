import { HttpError, page } from "fresh";
import { AgeCheckPage } from "../../components/pages/AgeCheckPage.tsx";
import { askCheck, beginCheck } from "../../lib/age/mod.ts";
import {
  type Ctx,
  define,
  ownOriginOf,
  seeOther,
  stageOf,
  withProvider,
} from "../../lib/http/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => redirectForStage(ctx) ?? page(shown(ctx)),
  /** Begins the check if it has not begun, and else asks how it stands. */
  async POST(ctx) {
    const away = redirectForStage(ctx);
    if (away) return away;
    const { gate, millo: { store, clock } } = ctx.state;
    if (gate.state !== "pending") return seeOther("/age");
    const { browser, url } = gate;
    await withProvider(
      ctx,
      (provider) =>
        url === null
          ? beginCheck(store, provider, browser, ownOriginOf(ctx))
          : askCheck(store, provider, browser, clock.now()),
    );
    return seeOther("/age/check");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <AgeCheckPage t={state.t} {...data} />
));

function shown({ state: { gate, millo } }: Ctx) {
  return {
    url: gate.state === "pending" ? gate.url : null,
    possible: millo.ageProvider !== null,
  };
}

/** Only somebody with a check under way waits here. */
function redirectForStage(ctx: Ctx): Response | null {
  switch (stageOf(ctx)) {
    case "member":
      return seeOther("/talk");
    case "gated":
      return seeOther("/consent");
    case "refused":
      throw new HttpError(403);
    case "visitor":
      return ctx.state.gate.state === "pending" ? null : seeOther("/age");
  }
}
