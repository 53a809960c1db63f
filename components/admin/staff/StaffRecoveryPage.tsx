import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { RecoveryForm } from "./RecoveryForm.tsx";
import { StaffEntryPage } from "./StaffEntryPage.tsx";

export interface StaffRecoveryPageProps {
  t: Translate;
  errors: { recovery?: string };
}

export function StaffRecoveryPage({ t, errors }: StaffRecoveryPageProps) {
  return (
    <StaffEntryPage t={t} title={t("staff.recovery.title")}>
      <ErrorSummary t={t} errors={{ ...errors }} />
      <RecoveryForm t={t} error={errors.recovery} />
      <p>
        <a href="/staff">{t("staff.recovery.back")}</a>
      </p>
    </StaffEntryPage>
  );
}
