import { page } from "fresh";
import { z } from "zod";
import { SessionsPage } from "../../components/pages/account/SessionsPage.tsx";
import {
  endAllSessions,
  endSession,
  eraseDevice,
  findKeys,
  hasKeys,
  listSessions,
  type Member,
} from "../../lib/accounts/mod.ts";
import {
  clearCookie,
  type Ctx,
  define,
  readForm,
  requireMember,
  seeOther,
} from "../../lib/http/mod.ts";

const sessionsForm = z.object({
  /** A session's name, or `all`. */
  end: z.string().max(64).optional(),
  forget: z.string().max(26).optional(),
});

export const handler = define.handlers({
  async GET(ctx) {
    const member = requireMember(ctx);
    const { store } = ctx.state.millo;
    const sessions = await listSessions(store, member);
    const keyless = !hasKeys(await findKeys(store, member.accountId));
    return page({ sessions, keyless });
  },
  async POST(ctx) {
    const member = requireMember(ctx);
    const { store } = ctx.state.millo;
    const read = await readForm(ctx, sessionsForm);
    const { end, forget } = read.ok ? read.value : {};
    if (forget) await eraseDevice(store, member.accountId, forget);
    return end ? await ended(ctx, member, end) : seeOther("/account/sessions");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SessionsPage t={state.t} locale={state.locale} {...data} />
));

/** The socket that a session had is shut with it, and no other. */
async function ended(
  ctx: Ctx,
  { accountId, session }: Member,
  end: string,
): Promise<Response> {
  const { store, liveHub } = ctx.state.millo;
  if (end === "all") {
    await endAllSessions(store, accountId);
    await liveHub.evict(accountId);
  } else if (await endSession(store, accountId, end)) {
    await liveHub.evict(accountId, end);
  }
  if (end !== "all" && end !== session) return seeOther("/account/sessions");
  const headers = new Headers();
  clearCookie(headers, "session", ctx.state.secure);
  return seeOther("/", headers);
}
