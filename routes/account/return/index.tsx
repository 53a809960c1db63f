import { page } from "fresh";
import { z } from "zod";
import { ReturnPage } from "../../../components/pages/account/ReturnPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import { returnByCode } from "../../../lib/accounts/mod.ts";
import {
  define,
  readForm,
  seeOther,
  signInContextOf,
  unprocessable,
  withSession,
} from "../../../lib/http/mod.ts";

const PLACES = ["/account", "/account/data", "/account/keys"] as const;
const place = z.enum(PLACES).catch("/account");

const returnForm = z.object({
  recovery: z.string().max(200).default(""),
  to: place,
});

export const handler = define.handlers({
  GET(ctx) {
    const to = place.parse(ctx.url.searchParams.get("to"));
    return page({ to, errors: {} });
  },
  async POST(ctx) {
    const { millo: { store }, t } = ctx.state;
    const read = await readForm(ctx, returnForm, { secrets: ["recovery"] });
    const { recovery, to } = read.ok
      ? read.value
      : { recovery: "", to: PLACES[0] };
    const back = await returnByCode(store, recovery, signInContextOf(ctx));
    if (back.ok) return seeOther(to, withSession(ctx, back.value));
    const errors = { recovery: t(`account.error.recovery.${back.refusal}`) };
    return unprocessable(ctx, { to, errors });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReturnPage t={state.t} proof={state.principal.kind === "member"} {...data}>
    <Passkey
      way="show"
      challenge="/account/return/challenge"
      to={data.to}
      words={{
        act: state.t("account.return.passkey"),
        waiting: state.t("account.return.waiting"),
        failed: state.t("account.return.failed"),
      }}
    />
  </ReturnPage>
));
