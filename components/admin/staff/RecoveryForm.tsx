import type { Translate } from "../../../lib/i18n/mod.ts";
import { TextField } from "../../form/TextField.tsx";

export interface RecoveryFormProps {
  t: Translate;
  error?: string;
}

/** Asks for a recovery code. */
export function RecoveryForm({ t, error }: RecoveryFormProps) {
  return (
    <form method="post" action="/staff/recovery" class="stack gap-3">
      <TextField
        id="recovery"
        label={t("staff.recovery.code")}
        hint={t("staff.recovery.lead")}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        required
        error={error}
      />
      <p>
        <button class="btn" type="submit">{t("staff.recovery.act")}</button>
      </p>
    </form>
  );
}
