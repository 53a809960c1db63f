import { page } from "fresh";
import { ChoicesPage } from "../components/pages/choices/ChoicesPage.tsx";
import {
  type Ctx,
  define,
  memberIn,
  readForm,
  requireMember,
  seeOther,
  setCookie,
  unprocessable,
} from "../lib/http/mod.ts";
import {
  choiceForm,
  choicesOf,
  choose,
  saveOptOut,
} from "../lib/consent/mod.ts";

export const handler = define.handlers({
  GET: async (ctx) => page(await standing(ctx)),
  async POST(ctx) {
    const read = await readForm(ctx, choiceForm);
    if (!read.ok) return unprocessable(ctx, await standing(ctx));
    if ("sale" in read.value) return await optOut(ctx);
    const { accountId } = requireMember(ctx);
    const { purpose, choice } = read.value;
    const { locale, millo: { store, clock } } = ctx.state;
    const surface = "/privacy-choices";
    const said = { accountId, locale, surface, now: clock.now() };
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

async function standing({ state }: Ctx) {
  const member = memberIn(state);
  const { store } = state.millo;
  const choices = member && await choicesOf(store, member.accountId);
  return { choices, errors: {} };
}

/** Takes effect with this answer, in the browser and on the account. */
async function optOut(ctx: Ctx): Promise<Response> {
  const { secure, millo: { store, clock } } = ctx.state;
  const member = memberIn(ctx.state);
  if (member) await saveOptOut(store, member.accountId, "form", clock.now());
  const headers = new Headers();
  setCookie(headers, "optout", "1", secure);
  return seeOther("/privacy-choices#sale", headers);
}
