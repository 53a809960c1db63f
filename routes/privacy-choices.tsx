import { page } from "fresh";
import { ChoicesPage } from "../components/pages/choices/ChoicesPage.tsx";
import {
  again,
  type Ctx,
  define,
  readForm,
  requireChatter,
  seeOther,
  setCookie,
} from "../lib/app/mod.ts";
import {
  choiceForm,
  choicesOf,
  choose,
  keepOptOut,
} from "../lib/consent/mod.ts";

export const handler = define.handlers({
  GET: async (ctx) => page(await standing(ctx)),
  async POST(ctx) {
    const read = await readForm(ctx, choiceForm);
    if (!read.ok) return again(ctx, await standing(ctx));
    if ("sale" in read.value) return await optOut(ctx);
    const { account } = requireChatter(ctx);
    const { purpose, choice } = read.value;
    const { locale, millo: { store, clock } } = ctx.state;
    const surface = "/privacy-choices";
    const said = { account, locale, surface, now: clock.now() };
    await choose(store, said, purpose, choice === "given");
    return seeOther(`/privacy-choices#choice-${purpose}`);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ChoicesPage
    t={state.t}
    optedOut={state.optedOut}
    gpc={state.gpc}
    choices={data.choices}
  />
));

async function standing({ state: { chatter, millo } }: Ctx) {
  const choices = chatter && await choicesOf(millo.store, chatter.account);
  return { choices, errors: {} };
}

/** Takes effect with this answer, in the browser and on the account. */
async function optOut(ctx: Ctx): Promise<Response> {
  const { chatter, secure, millo: { store, clock } } = ctx.state;
  if (chatter) await keepOptOut(store, chatter.account, "form", clock.now());
  const headers = new Headers();
  setCookie(headers, "optout", "1", secure);
  return seeOther("/privacy-choices#sale", headers);
}
