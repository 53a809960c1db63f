import { page } from "fresh";
import {
  AccountPage,
  type AccountPageProps,
} from "../../components/pages/account/AccountPage.tsx";
import {
  findContact,
  findKeys,
  findProfile,
  hasKeys,
  LANGUAGES,
  pictureAddress,
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

type Around = Pick<AccountPageProps, "picture" | "contact" | "wayBack">;
type Typed = Pick<AccountPageProps, "values" | "spoken">;

interface Shown extends Around, Typed {
  errors: FormErrors;
  saved: boolean;
  added: boolean;
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
    const typed = { values, spoken: kept.languages };
    const saved = ctx.url.searchParams.has("saved");
    return page(await shown(ctx, typed, { saved }));
  },
  async POST(ctx) {
    const { principal: member, millo: { store, clock } } = ctx.state;
    const read = await readForm(ctx, profileForm, { lists: ["languages"] });
    if (!read.ok) {
      const { values, lists, errors } = read;
      const spoken = [...lists.languages, values.language];
      return unprocessable(
        ctx,
        await shown(ctx, typedIn(values, spoken), { errors }),
      );
    }
    const { adds, ...about } = read.value;
    const typed = typedIn(read.values, about.languages);
    if (adds) return page(await shown(ctx, typed, { added: true }));
    const saved = await saveProfile(store, member, about, clock.now());
    if (saved.ok) return seeOther("/account?saved");
    // What is sent again is newer than what was saved meanwhile.
    typed.values.version = (await findProfile(store, member)).version;
    const errors = { save: ctx.state.t("account.error.stale") };
    return unprocessable(ctx, await shown(ctx, typed, { errors }));
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <AccountPage t={state.t} languages={LANGUAGES} {...data} />
));

function typedIn(
  { version = "none", username = "", interests = "" }: Record<string, string>,
  spoken: readonly string[],
): Typed {
  return { values: { version, username, interests }, spoken };
}

async function shown(
  ctx: MemberCtx,
  typed: Typed,
  news: Partial<Pick<Shown, "errors" | "saved" | "added">>,
): Promise<Shown> {
  const { principal: member, millo: { store, clock } } = ctx.state;
  const around = {
    picture: await pictureAddress(store, member),
    contact: await findContact(store, member, clock.now()),
    wayBack: hasKeys(await findKeys(store, member.accountId)),
  };
  return {
    errors: {},
    saved: false,
    added: false,
    ...typed,
    ...around,
    ...news,
  };
}
