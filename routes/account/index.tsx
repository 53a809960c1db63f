import { page } from "fresh";
import { AccountPage } from "../../components/pages/account/AccountPage.tsx";
import {
  findProfile,
  LANGUAGES,
  profileForm,
  saveProfile,
} from "../../lib/accounts/mod.ts";
import {
  again,
  type Ctx,
  define,
  type FormErrors,
  readForm,
  requireChatter,
  seeOther,
} from "../../lib/app/mod.ts";

interface Shown {
  values: { version: string; username: string; interests: string };
  spoken: readonly string[];
  errors: FormErrors;
  saved: boolean;
}

export const handler = define.handlers({
  async GET(ctx) {
    const { account } = requireChatter(ctx);
    const kept = await findProfile(ctx.state.millo.store, account);
    const values = {
      version: kept.version,
      username: kept.username ?? "",
      interests: kept.interests.join(", "),
    };
    const saved = ctx.url.searchParams.has("saved");
    return page<Shown>({ values, spoken: kept.languages, errors: {}, saved });
  },
  async POST(ctx) {
    const { account } = requireChatter(ctx);
    const { store, clock } = ctx.state.millo;
    const read = await readForm(ctx, profileForm, { lists: ["languages"] });
    if (!read.ok) return comeAgain(ctx, read.values, [], read.errors);
    const { value } = read;
    const saved = await saveProfile(store, account, value, clock.now());
    if (saved.ok) return seeOther("/account?saved");
    const { version } = await findProfile(store, account);
    const errors = { save: ctx.state.t("account.error.stale") };
    const values = { ...read.values, version };
    return comeAgain(ctx, values, value.languages, errors);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <AccountPage t={state.t} languages={LANGUAGES} {...data} />
));

function comeAgain(
  ctx: Ctx,
  typed: Record<string, string>,
  spoken: readonly string[],
  errors: FormErrors,
) {
  const { version = "none", username = "", interests = "" } = typed;
  const values = { version, username, interests };
  return again<Shown>(ctx, { values, spoken, errors, saved: false });
}
