import { type AccountId, newSecret } from "../kernel/mod.ts";
import { flagOfBrowser } from "../safety/mod.ts";
import { isBarred, noteMark } from "../standing/mod.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { forbidden } from "./refusal.ts";
import type { Ctx } from "./state.ts";

/** A secret as we make them; anything else in the cookie is none of ours. */
const SECRET = /^[0-9a-z]{52}$/;

/**
 * What this very browser comes to under the server's key. One that has no
 * mark gets a new one, which counts once keepMark has left it there.
 */
export function markOf(ctx: Ctx): Promise<string> {
  const { state } = ctx;
  state.device ??= sentBy(ctx) ?? newSecret();
  return state.millo.digests.of("browser", state.device);
}

/** Leaves the mark in the browser, or makes it last longer. */
export function keepMark({ state }: Ctx, headers: Headers): void {
  if (state.device === null) return;
  setCookie(headers, "device", state.device, state.secure);
}

/** Notes in which browser an account is used. */
export async function noteBrowser(
  ctx: Ctx,
  accountId: AccountId,
): Promise<void> {
  const { store, clock } = ctx.state.millo;
  const visit = { accountId, mark: await markOf(ctx), now: clock.now() };
  await store.transactOrThrow(
    "note a browser",
    (write) => noteMark(store, write, visit),
  );
}

/** Whether a ban of somebody is in force who used this very browser. */
export async function isBarredBrowser(ctx: Ctx): Promise<boolean> {
  if (sentBy(ctx) === null) return false;
  const { store, clock } = ctx.state.millo;
  return await isBarred(store, await markOf(ctx), clock.now());
}

/** No new account begins in a browser of somebody banned: throws 403. */
export async function refuseBarredBrowser(ctx: Ctx): Promise<void> {
  if (await isBarredBrowser(ctx)) throw forbidden("barred");
}

/** Where a browser is led of somebody erased for their age; null for others. */
export async function flagPathOf(ctx: Ctx): Promise<string | null> {
  if (sentBy(ctx) === null) return null;
  const flag = await flagOfBrowser(ctx.state.millo.safety, await markOf(ctx));
  return flag?.state === "in_force" ? "/age/flag" : null;
}

/** Takes the mark of whoever is erased, unless a ban is held by it. */
export async function dropMark(ctx: Ctx, headers: Headers): Promise<void> {
  if (await isBarredBrowser(ctx)) return;
  clearCookie(headers, "device", ctx.state.secure);
}

function sentBy({ req, state }: Ctx): string | null {
  const sent = readCookie(req.headers, "device", state.secure);
  return sent !== null && SECRET.test(sent) ? sent : null;
}
