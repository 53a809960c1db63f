import { ownStandingView } from "../safety/mod.ts";
import type { FormErrors, FormValues } from "./forms.ts";
import type { MemberCtx } from "./state.ts";

/** What the page about one's standing shows; the decision as the address says. */
export async function standingData(
  ctx: MemberCtx,
  decision: string | null = ctx.url.searchParams.get("decision"),
) {
  const { millo: { safety }, principal: { accountId } } = ctx.state;
  return {
    view: await ownStandingView(safety, accountId, decision),
    values: {} as FormValues,
    errors: {} as FormErrors,
  };
}
