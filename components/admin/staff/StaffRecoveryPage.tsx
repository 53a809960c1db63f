import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { StaffFrame } from "./StaffFrame.tsx";

export interface StaffRecoveryPageProps {
  t: Translate;
  errors: { recovery?: string };
}

export function StaffRecoveryPage({ t, errors }: StaffRecoveryPageProps) {
  return (
    <StaffFrame
      t={t}
      title={t("staff.recovery.title")}
      lead={t("staff.recovery.lead")}
    >
      <ErrorSummary t={t} errors={{ ...errors }} />
      <form method="post" action="/staff/recovery" class="stack gap-5">
        <TextField
          id="recovery"
          label={t("staff.recovery.code")}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          error={errors.recovery}
        />
        <button class="btn go" type="submit">{t("staff.recovery.act")}</button>
      </form>
    </StaffFrame>
  );
}
