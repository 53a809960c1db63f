import { Icon } from "../../Icon.tsx";
import { Select } from "../../form/Select.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { Moment } from "../Moment.tsx";
import type { CasePageProps } from "./CasePage.tsx";

const FIELDS = ["abusive", "abuseRule", "abuseFacts"] as const;

/** Which of the open reports are abusive, and what their makers are told. */
export function AbusiveReports(
  { t, locale, view, typed, errors, rules }: CasePageProps & {
    rules: readonly { value: string; label: string }[];
  },
) {
  const isOpen = (typed?.abusive.length ?? 0) > 0 ||
    FIELDS.some((field) => errors[field]);
  return (
    <details open={isOpen}>
      <summary>
        <Icon name="chevron" /> {t("admin.case.abusive")}
      </summary>
      <div class="stack gap-3">
        <fieldset id="abusive">
          <legend class="label">{t("admin.case.abusiveWhich")}</legend>
          {errors.abusive && <p class="wrong">{errors.abusive}</p>}
          {view.state.open.map(({ report, reason, at }) => (
            <label key={report} class="check">
              <input
                type="checkbox"
                name="abusive"
                value={report}
                checked={typed?.abusive.includes(report)}
              />
              <span>
                {t(`report.reason.${reason}`)},{" "}
                <Moment at={at} locale={locale} />
              </span>
            </label>
          ))}
          <p class="hint">{t("admin.case.abusiveHint")}</p>
        </fieldset>
        <Select
          id="abuseRule"
          label={t("admin.case.abuseRule")}
          empty={t("admin.case.ruleEmpty")}
          options={rules}
          chosen={typed?.abuseRule ?? undefined}
          error={errors.abuseRule}
        />
        <TextArea
          id="abuseFacts"
          label={t("admin.case.abuseFacts")}
          hint={t("admin.case.factsHint")}
          rows={2}
          text={typed?.abuseFacts}
          error={errors.abuseFacts}
        />
      </div>
    </details>
  );
}
