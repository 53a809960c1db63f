import type { Member } from "../accounts/mod.ts";
import type { Staff } from "../staff/mod.ts";

/** Who asks: nobody known, a member, or one of the staff. */
export type Principal = typeof VISITOR | Member | Staff;

export const VISITOR = { kind: "visitor" } as const;

/** The member who asks; null for anybody else. */
export function memberIn(
  { principal }: { principal: Principal },
): Member | null {
  return principal.kind === "member" ? principal : null;
}

/** The one of the staff who asks; null for anybody else. */
export function staffIn({ principal }: { principal: Principal }): Staff | null {
  return principal.kind === "staff" ? principal : null;
}
