import { type ContactView, findContact } from "../accounts/mod.ts";
import type { FormErrors } from "./forms.ts";
import { requireMember } from "./guards.ts";
import type { Ctx } from "./state.ts";

/** What the page of the mail address shows, whichever of its forms came back. */
export async function contactData(
  ctx: Ctx,
  errors: FormErrors = {},
  typed = "",
): Promise<{ contact: ContactView; errors: FormErrors; typed: string }> {
  const { accountId } = requireMember(ctx);
  const { store, clock } = ctx.state.millo;
  const contact = await findContact(store, accountId, clock.now());
  return { contact, errors, typed };
}
