import { type ContactView, findContact } from "../accounts/mod.ts";
import type { FormErrors } from "./forms.ts";
import type { MemberCtx } from "./state.ts";

/** What the page of the mail address shows, whichever of its forms came back. */
export async function contactData(
  ctx: MemberCtx,
  errors: FormErrors = {},
  typed = "",
): Promise<{ contact: ContactView; errors: FormErrors; typed: string }> {
  const { principal: member, millo: { store, clock } } = ctx.state;
  const contact = await findContact(store, member, clock.now());
  return { contact, errors, typed };
}
