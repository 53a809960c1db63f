import { findSession } from "../../accounts/mod.ts";
import { findGate } from "../../age/mod.ts";
import { findStaff, hasLapsed, noteOwnAccount } from "../../staff/mod.ts";
import { subjectHashOf } from "../../store/mod.ts";
import { isAdminPath } from "../access.ts";
import { sessionTokenOf } from "../browser.ts";
import { keepMark, noteBrowser } from "../browser_mark.ts";
import { readCookie } from "../cookies.ts";
import { isPress } from "../press.ts";
import { VISITOR } from "../principal.ts";
import { type Ctx, define } from "../state.ts";

/**
 * Who asks: in the back office one of the staff, anywhere else a member; or
 * else what the gate said to this browser.
 */
export const session = define.middleware(async (ctx) => {
  const { state } = ctx;
  const { store, clock, dataMap } = state.millo;
  const token = sessionTokenOf(ctx);
  let isNewDay = false;
  if (token) {
    const now = clock.now();
    const found = await findSession(store, token, now, async (who, day) => {
      await dataMap.renewOnVisit(who, day);
      await noteBrowser(ctx, who);
      isNewDay = true;
    });
    state.principal = found ?? VISITOR;
  }
  await findOutStaff(ctx);
  if (state.principal.kind === "visitor") {
    const gate = readCookie(ctx.req.headers, "gate", state.secure);
    state.gate = await findGate(store, gate, clock.now());
  }
  const response = await ctx.next();
  if (isNewDay) renewMark(ctx, response);
  return response;
});

/** Where the answer itself says nothing of the mark. */
function renewMark(ctx: Ctx, { headers, status }: Response): void {
  const isSaid = headers.getSetCookie().some((line) =>
    line.includes("millo_device=")
  );
  if (!isSaid && status !== 101) keepMark(ctx, headers);
}

/**
 * One of the staff is a member here, too, where they use Millo themselves. Their
 * cookie is looked up everywhere, so that a wrong one takes as long on a page
 * that is not there as in the back office, and so that it is known which
 * accounts are their own.
 */
async function findOutStaff({ req, url, state }: Ctx): Promise<void> {
  const token = readCookie(req.headers, "staff", state.secure);
  if (!token) return;
  const { store, clock } = state.millo;
  const staff = await findStaff(store, token, clock.now(), {
    isPress: isPress(req),
  });
  if (!staff) {
    state.staffLapsed = await hasLapsed(store, token);
    return;
  }
  const { principal } = state;
  if (principal.kind === "member") {
    const subject = subjectHashOf(principal.accountId);
    await noteOwnAccount(store, staff, subject, clock.now());
  }
  if (isAdminPath(url.pathname)) state.principal = staff;
}
