import { page } from "fresh";
import { z } from "zod";
import { CodeShownPage } from "../../../components/pages/account/CodeShownPage.tsx";
import { KeysPage } from "../../../components/pages/account/KeysPage.tsx";
import Passkey from "../../../islands/Passkey.tsx";
import {
  findKeys,
  hasKeys,
  isProven,
  type Keys,
  makeRecoveryCode,
  removeKey,
} from "../../../lib/accounts/mod.ts";
import {
  type Ctx,
  define,
  readForm,
  requireMember,
  seeOther,
} from "../../../lib/http/mod.ts";
import { messagesFor } from "../../../lib/i18n/mod.ts";

const keysForm = z.object({
  act: z.enum(["code", "remove-code", "remove-passkey"]),
  id: z.string().max(1024).default(""),
});

interface Shown {
  /** Set in the one answer that shows it. */
  code: string | null;
  keys: Keys;
  open: boolean;
}

const PROVE = "/account/return?to=/account/keys";

export const handler = define.handlers({
  async GET(ctx) {
    const member = requireMember(ctx);
    const { store, clock } = ctx.state.millo;
    const keys = await findKeys(store, member.accountId);
    const open = !hasKeys(keys) || isProven(member, clock.now());
    return page<Shown>({ code: null, keys, open });
  },
  async POST(ctx) {
    const member = requireMember(ctx);
    const { store, clock } = ctx.state.millo;
    const read = await readForm(ctx, keysForm);
    if (!read.ok) return seeOther("/account/keys");
    const { act, id } = read.value;
    if (act === "code") return await showCode(ctx);
    const which = act === "remove-code" ? "code" : { passkey: id };
    const removed = await removeKey(store, member, which, clock.now());
    return seeOther(removed ? "/account/keys" : PROVE);
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, locale } = state;
  if (data.code !== null) return <CodeShownPage t={t} code={data.code} />;
  return (
    <KeysPage t={t} locale={locale} keys={data.keys} open={data.open}>
      <Passkey
        way="add"
        to="/account/keys"
        locale={locale}
        messages={messagesFor("account.keys", locale)}
      />
    </KeysPage>
  );
});

/** Not after a redirect: the code is in this answer and nowhere else. */
async function showCode(ctx: Ctx) {
  const member = requireMember(ctx);
  const { store, clock } = ctx.state.millo;
  const made = await makeRecoveryCode(store, member, clock.now());
  if (!made.ok) return seeOther(PROVE);
  const keys = { codeDay: null, passkeys: [] };
  return page<Shown>({ code: made.value, keys, open: true });
}
