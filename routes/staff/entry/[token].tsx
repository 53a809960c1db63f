import { HttpError, page } from "fresh";
import { EntryLinkPage } from "../../../components/admin/staff/EntryLinkPage.tsx";
import {
  browserName,
  type Ctx,
  define,
  invitationOf,
  seeOther,
  withStaffSession,
} from "../../../lib/http/mod.ts";
import { enterByLink, staffNames } from "../../../lib/staff/mod.ts";

/** The way in for a demonstration: by a link, without a passkey. */
export const handler = define.handlers({
  async GET(ctx) {
    const invitation = await entryOf(ctx);
    const { staffId, roles } = invitation.value;
    const names = await staffNames(ctx.state.millo.store, [staffId]);
    return page({ name: names.get(staffId!) ?? "", roles });
  },
  async POST(ctx) {
    const invitation = await entryOf(ctx);
    const { millo } = ctx.state;
    const entered = await enterByLink(millo, invitation, browserName(ctx));
    if (!entered.ok) throw new HttpError(404);
    return seeOther("/admin", withStaffSession(ctx, entered.value));
  },
});

export default define.page<typeof handler>(({ data, url, state: { t } }) => (
  <EntryLinkPage t={t} action={url.pathname} {...data} />
));

/** Where people come there is no such page. */
async function entryOf(ctx: Ctx) {
  if (ctx.state.millo.config.mode !== "development") throw new HttpError(404);
  const found = await invitationOf(ctx);
  if (found === null || found.value.staffId === null) throw new HttpError(404);
  return found;
}
