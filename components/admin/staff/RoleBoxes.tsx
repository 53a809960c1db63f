import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Role } from "../../../lib/staff/mod.ts";

export interface RoleChoice {
  role: Role;
  /** Whether whoever looks may give and take it. */
  may: boolean;
}

export interface RoleBoxesProps {
  t: Translate;
  choices: readonly RoleChoice[];
  chosen: readonly Role[];
}

/** A box a role; what somebody may not give stands there and says so. */
export function RoleBoxes({ t, choices, chosen }: RoleBoxesProps) {
  return (
    <fieldset class="roles">
      <legend class="label">{t("admin.staff.roles")}</legend>
      {choices.map(({ role, may }) => {
        const has = chosen.includes(role);
        return (
          <label key={role} class="check">
            <input
              type="checkbox"
              name="roles"
              value={role}
              checked={has}
              disabled={!may}
            />
            <span>{t(`admin.role.${role}`)}</span>
            {!may && <span class="hint">{t("admin.staff.lackingHint")}</span>}
            {!may && has && <input type="hidden" name="roles" value={role} />}
          </label>
        );
      })}
    </fieldset>
  );
}
