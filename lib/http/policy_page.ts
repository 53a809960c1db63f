import { HttpError } from "fresh";
import { outdatedTexts } from "../consent/mod.ts";
import {
  type AskedTexts,
  askedTexts,
  type PolicyReader,
  type PolicyView,
  policyView,
} from "../privacy/mod.ts";
import { seeOther } from "./respond.ts";
import type { Ctx } from "./state.ts";

/** A text for its page, compared with `?since=`. Throws 404 for what is not. */
export function policyData(
  ctx: Ctx,
  slug: string,
  version?: string,
): PolicyView {
  const since = ctx.url.searchParams.get("since") || null;
  const view = policyView(readerOf(ctx), { slug, version, since });
  if (view === null) throw new HttpError(404);
  return view;
}

/** The texts that whoever asks is to agree to. */
export function textsToAgree(ctx: Ctx): Promise<AskedTexts> {
  const { member, millo: { store } } = ctx.state;
  return askedTexts(store, readerOf(ctx), member?.accountId ?? null);
}

/** Where somebody must go before a call; null for who agreed to all texts. */
export async function textsFirst(ctx: Ctx): Promise<Response | null> {
  const { member, millo } = ctx.state;
  if (!member) return null;
  const outdated = await outdatedTexts(millo.store, member.accountId);
  return outdated.length > 0 ? seeOther("/consent") : null;
}

function readerOf({ state: { t, locale, millo } }: Ctx): PolicyReader {
  return { t, locale, collections: millo.dataMap.collections };
}
