import { HttpError, page } from "fresh";
import { ConsentPage } from "../components/pages/ConsentPage.tsx";
import { addAccount } from "../lib/accounts/mod.ts";
import { usePass } from "../lib/age/mod.ts";
import {
  clearCookie,
  type Ctx,
  define,
  doorOf,
  readForm,
  seeOther,
  setCookie,
} from "../lib/app/mod.ts";
import {
  addAcceptances,
  consentForm,
  currentDocument,
} from "../lib/consent/mod.ts";

type Named = Partial<Record<"rules" | "policy", string>>;

export const handler = define.handlers({
  GET(ctx) {
    return elsewhere(ctx) ?? page({ ticked: {}, errors: {} });
  },
  async POST(ctx) {
    const away = elsewhere(ctx);
    if (away) return away;
    const given = consentForm.parse(await readForm(ctx.req));
    const errors = missing(ctx, given);
    if (Object.keys(errors).length === 0) return await letIn(ctx);
    const ticked = { rules: !errors.rules, policy: !errors.policy };
    return page({ ticked, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ConsentPage
    t={state.t}
    rules={currentDocument("rules")}
    policy={currentDocument("privacy")}
    ticked={data.ticked}
    errors={data.errors}
  />
));

function elsewhere(ctx: Ctx): Response | null {
  switch (doorOf(ctx)) {
    case "chatter":
      return seeOther("/talk");
    case "visitor":
      return seeOther("/age");
    case "refused":
      throw new HttpError(403);
    case "gated":
      return null;
  }
}

/** Only the versions in force count: an older page must be read again. */
function missing(
  ctx: Ctx,
  { rules, policy }: Partial<Record<"rules" | "policy", number>>,
): Named {
  const errors: Named = {};
  if (rules !== currentDocument("rules").version) {
    errors.rules = ctx.state.t("consent.error.rules");
  }
  if (policy !== currentDocument("privacy").version) {
    errors.policy = ctx.state.t("consent.error.policy");
  }
  return errors;
}

/** The account begins here: with the pass spent and both texts accepted. */
async function letIn(ctx: Ctx): Promise<Response> {
  const { millo: { store, clock }, gate, locale, secure } = ctx.state;
  if (gate.state !== "passed") throw new HttpError(403);
  const now = clock.now();
  const write = store.write();
  if (!await usePass(store, write, gate.browser)) throw new HttpError(403);
  const { account, token } = await addAccount(write, now);
  await addAcceptances(write, { account, locale, surface: "/consent", now });
  if (!(await write.commit()).ok) return seeOther("/consent");
  const headers = new Headers();
  setCookie(headers, "session", token, secure);
  clearCookie(headers, "gate", secure);
  return seeOther("/talk", headers);
}
