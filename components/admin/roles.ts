import type { Translate } from "../../lib/i18n/mod.ts";
import type { Role } from "../../lib/staff/mod.ts";

/** The roles of somebody, as one text. */
export function roleNames(t: Translate, roles: readonly Role[]): string {
  return roles.map((role) => t(`admin.role.${role}`)).join(", ");
}
