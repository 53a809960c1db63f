import { languagesOf } from "./language.ts";
import type { Ctx } from "./state.ts";
import { returnFrom } from "./way_in.ts";

/** What the frame of a page shows besides the page itself. */
export function frameOf(
  { state, url, route }: Pick<Ctx, "state" | "url" | "route">,
) {
  const { principal, unread, locale, optedOut } = state;
  return {
    path: url.pathname,
    unread: principal.kind === "member" ? unread : null,
    locale,
    languages: languagesOf(state),
    optedOut,
    address: url.pathname + url.search,
    returnTo: returnFrom({ url, route }),
  };
}
