import { page } from "fresh";
import { AccountPage } from "../../components/pages/account/AccountPage.tsx";
import {
  findProfile,
  LANGUAGES,
  profileForm,
  saveProfile,
} from "../../lib/accounts/mod.ts";
import {
  type FormErrors,
  type MemberCtx,
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../lib/http/mod.ts";

interface Shown {
  values: { version: string; username: string; interests: string };
  spoken: readonly string[];
  errors: FormErrors;
  saved: boolean;
}

export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member, millo: { store } } = ctx.state;
    const kept = await findProfile(store, member);
    const values = {
      version: kept.version,
      username: kept.username ?? "",
      interests: kept.interests.join(", "),
    };
    const saved = ctx.url.searchParams.has("saved");
    return page<Shown>({ values, spoken: kept.languages, errors: {}, saved });
  },
  async POST(ctx) {
    const { principal: member, millo: { store, clock } } = ctx.state;
    const read = await readForm(ctx, profileForm, { lists: ["languages"] });
    if (!read.ok) return invalid(ctx, read.values, [], read.errors);
    const { value } = read;
    const saved = await saveProfile(store, member, value, clock.now());
    if (saved.ok) return seeOther("/account?saved");
    const { version } = await findProfile(store, member);
    const errors = { save: ctx.state.t("account.error.stale") };
    const values = { ...read.values, version };
    return invalid(ctx, values, value.languages, errors);
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <AccountPage t={state.t} languages={LANGUAGES} {...data} />
));

function invalid(
  ctx: MemberCtx,
  typed: Record<string, string>,
  spoken: readonly string[],
  errors: FormErrors,
) {
  const { version = "none", username = "", interests = "" } = typed;
  const values = { version, username, interests };
  return unprocessable<Shown>(ctx, { values, spoken, errors, saved: false });
}
