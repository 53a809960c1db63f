import { page } from "fresh";
import { z } from "zod";
import { ReturnPage } from "../../../components/pages/account/ReturnPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import { returnByCode } from "../../../lib/accounts/mod.ts";
import {
  define,
  destinationOf,
  type FormErrors,
  readForm,
  seeOther,
  signInFactsOf,
  stepTo,
  unprocessable,
  withSession,
} from "../../../lib/http/mod.ts";

const returnForm = z.object({ recovery: z.string().max(200).default("") });

export const handler = define.handlers({
  GET: () => page<{ errors: FormErrors }>({ errors: {} }),
  async POST(ctx) {
    const { millo: { store }, t } = ctx.state;
    const read = await readForm(ctx, returnForm, { secrets: ["recovery"] });
    const recovery = read.ok ? read.value.recovery : "";
    const back = await returnByCode(store, recovery, signInFactsOf(ctx));
    if (back.ok) {
      return seeOther(destinationOf(ctx), withSession(ctx, back.value));
    }
    const errors = { recovery: t(`account.error.recovery.${back.refusal}`) };
    return unprocessable(ctx, { errors });
  },
});

export default define.page<typeof handler>(({ data, state, url, route }) => (
  <ReturnPage
    t={state.t}
    proof={state.principal.kind === "member"}
    action={stepTo({ url, route }, "/account/return")}
    {...data}
  >
    <Passkey
      way="show"
      challenge="/account/return/challenge"
      to={destinationOf({ url, route })}
      words={{
        act: state.t("account.return.passkey"),
        waiting: state.t("account.return.waiting"),
        failed: state.t("account.return.failed"),
      }}
    />
  </ReturnPage>
));
