import { page } from "fresh";
import { z } from "zod";
import { SessionsPage } from "../../components/pages/account/SessionsPage.tsx";
import {
  type Chatter,
  endAllSessions,
  endSession,
  eraseDevice,
  findKeys,
  hasKeys,
  listSessions,
} from "../../lib/accounts/mod.ts";
import {
  clearCookie,
  type Ctx,
  define,
  readForm,
  requireChatter,
  seeOther,
} from "../../lib/app/mod.ts";

const sessionsForm = z.object({
  /** A session's name, or `all`. */
  end: z.string().max(64).optional(),
  forget: z.string().max(26).optional(),
});

export const handler = define.handlers({
  async GET(ctx) {
    const chatter = requireChatter(ctx);
    const { store } = ctx.state.millo;
    const sessions = await listSessions(store, chatter);
    const keyless = !hasKeys(await findKeys(store, chatter.account));
    return page({ sessions, keyless });
  },
  async POST(ctx) {
    const chatter = requireChatter(ctx);
    const { store } = ctx.state.millo;
    const read = await readForm(ctx, sessionsForm);
    const { end, forget } = read.ok ? read.value : {};
    if (forget) await eraseDevice(store, chatter.account, forget);
    return end ? await ended(ctx, chatter, end) : seeOther("/account/sessions");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SessionsPage t={state.t} locale={state.locale} {...data} />
));

/** The socket that a session had is shut with it, and no other. */
async function ended(
  ctx: Ctx,
  { account, session }: Chatter,
  end: string,
): Promise<Response> {
  const { store, floor } = ctx.state.millo;
  if (end === "all") {
    await endAllSessions(store, account);
    await floor.evict(account);
  } else if (await endSession(store, account, end)) {
    await floor.evict(account, end);
  }
  if (end !== "all" && end !== session) return seeOther("/account/sessions");
  const headers = new Headers();
  clearCookie(headers, "session", ctx.state.secure);
  return seeOther("/", headers);
}
