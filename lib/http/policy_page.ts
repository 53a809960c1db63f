import { HttpError } from "fresh";
import {
  type AskedTexts,
  askedTexts,
  type PolicyReader,
  type PolicyView,
  policyView,
} from "../privacy/mod.ts";
import { memberIn } from "./principal.ts";
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
  const { store } = ctx.state.millo;
  const accountId = memberIn(ctx.state)?.accountId ?? null;
  return askedTexts(store, readerOf(ctx), accountId);
}

function readerOf({ state: { t, locale, millo } }: Ctx): PolicyReader {
  return { t, locale, collections: millo.dataMap.collections };
}
