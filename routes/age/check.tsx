import { page } from "fresh";
import { AgeCheckPage } from "../../components/pages/AgeCheckPage.tsx";
import { askCheck, beginCheck } from "../../lib/age/mod.ts";
import {
  type Ctx,
  define,
  forbidden,
  keepDestination,
  ownOriginOf,
  seeOther,
  stepTo,
  withProvider,
} from "../../lib/http/mod.ts";

export const handler = define.handlers({
  GET: (ctx) => page(shown(ctx), { headers: keepDestination(ctx) }),
  /** Begins the check if it has not begun, and else asks how it stands. */
  async POST(ctx) {
    const { gate, millo: { store, clock } } = ctx.state;
    if (gate.state !== "pending") throw forbidden("gate");
    const { browser, url } = gate;
    await withProvider(
      ctx,
      (provider) =>
        url === null
          ? beginCheck(store, provider, browser, ownOriginOf(ctx))
          : askCheck(store, provider, browser, clock.now()),
    );
    return seeOther(stepTo(ctx, "/age/check"));
  },
});

export default define.page<typeof handler>(({ data, state, url, route }) => (
  <AgeCheckPage
    t={state.t}
    action={stepTo({ url, route }, "/age/check")}
    {...data}
  />
));

function shown({ state: { gate, millo } }: Ctx) {
  return {
    url: gate.state === "pending" ? gate.url : null,
    possible: millo.ageProvider !== null,
  };
}
