import { page } from "fresh";
import { ConsentPage } from "../../components/pages/ConsentPage.tsx";
import type { Member } from "../../lib/accounts/mod.ts";
import { enrol } from "../../lib/app/mod.ts";
import {
  clearCookie,
  type Ctx,
  define,
  destinationOf,
  deviceOf,
  flagPathOf,
  forbidden,
  markOf,
  memberIn,
  readForm,
  refuseBarredBrowser,
  seeOther,
  stepTo,
  textsToAgree,
  unprocessable,
  withSession,
} from "../../lib/http/mod.ts";
import { accept, CHOICES, consentForm } from "../../lib/consent/mod.ts";

type Asked = Awaited<ReturnType<typeof textsToAgree>>;
type Agreed = ReturnType<typeof consentForm["parse"]>;
type Named = Partial<Record<"rules" | "policy", string>>;

export const handler = define.handlers({
  async GET(ctx) {
    if (!memberIn(ctx.state)) {
      const flag = await flagPathOf(ctx);
      if (flag) return seeOther(flag);
      await refuseBarredBrowser(ctx);
    }
    const asked = await textsToAgree(ctx);
    return page({ ...asked, ticked: {}, errors: {} as Named });
  },
  async POST(ctx) {
    const asked = await textsToAgree(ctx);
    const read = await readForm(ctx, consentForm);
    const said: Partial<Agreed> = read.ok ? read.value : {};
    const errors = missing(ctx, asked, said);
    if (Object.keys(errors).length === 0) {
      const member = memberIn(ctx.state);
      return member
        ? await agreeAgain(ctx, asked, member)
        : await begin(ctx, asked, said);
    }
    const ticked = { ...said, rules: !errors.rules, policy: !errors.policy };
    return unprocessable(ctx, { ...asked, ticked, errors });
  },
});

export default define.page<typeof handler>(({ data, state, url, route }) => (
  <ConsentPage
    t={state.t}
    action={stepTo({ url, route }, "/consent")}
    rules={data.rules}
    policy={data.policy}
    ticked={data.ticked}
    errors={data.errors}
    again={data.changes}
  />
));

/** Only the versions in force count: an older page must be read again. */
function missing(ctx: Ctx, asked: Asked, said: Partial<Agreed>): Named {
  const errors: Named = {};
  for (const name of ["rules", "policy"] as const) {
    const document = asked[name];
    if (!asked.shown.includes(document)) continue;
    if (said[name] === document.version) continue;
    errors[name] = ctx.state.t(`consent.error.${name}`);
  }
  return errors;
}

async function agreeAgain(
  ctx: Ctx,
  { shown }: Asked,
  { accountId }: Member,
): Promise<Response> {
  const { locale, millo: { store, clock } } = ctx.state;
  const said = { accountId, locale, surface: "/consent", now: clock.now() };
  await accept(store, said, shown);
  return seeOther(destinationOf(ctx));
}

/** The account begins here. */
async function begin(
  ctx: Ctx,
  { shown }: Asked,
  said: Partial<Agreed>,
): Promise<Response> {
  const { millo, gate, locale, secure, optedOut, gpc } = ctx.state;
  if (gate.state !== "passed") throw forbidden("gate");
  const enrolled = await enrol(millo, {
    browser: gate.browser,
    device: deviceOf(ctx),
    mark: await markOf(ctx),
    locale,
    surface: "/consent",
    agreed: shown,
    chosen: CHOICES.filter((purpose) => said[purpose]),
    optOut: optedOut ? (gpc ? "gpc" : "form") : null,
  });
  if (!enrolled.ok && enrolled.refusal === "barred") {
    const flag = await flagPathOf(ctx);
    if (flag) return seeOther(flag);
    throw forbidden("barred");
  }
  // Pressed twice, say: they are led on from wherever they stand by now.
  if (!enrolled.ok) return seeOther(stepTo(ctx, "/consent"));
  const headers = withSession(ctx, enrolled.value.token);
  clearCookie(headers, "gate", secure);
  return seeOther(destinationOf(ctx), headers);
}
