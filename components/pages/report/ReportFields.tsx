import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { ReasonId } from "../../../lib/safety/mod.ts";
import { Check } from "../../form/Check.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { REASONS_SHOWN } from "./reasons.ts";

export interface ReportFieldsProps {
  t: Translate;
  /** Whether the text of the call can come along. */
  withText: boolean;
  words?: string;
  error?: string;
  /** What only a script can offer. */
  children?: ComponentChildren;
  onReason?(reason: ReasonId): void;
}

/** The reasons, each of which sends at once, and what may be added before. */
export function ReportFields(props: ReportFieldsProps) {
  const { t, withText, words, error, children, onReason } = props;
  return (
    <>
      <details class="more" open={Boolean(words || error)}>
        <summary>{t("report.add")}</summary>
        <div class="stack gap-3">
          <TextArea
            id="words"
            label={t("report.words")}
            hint={t("report.wordsHint")}
            rows={3}
            text={words}
            error={error}
          />
          {withText && (
            <Check
              name="text"
              value="1"
              label={t("report.text")}
              hint={t("report.textHint")}
            />
          )}
          {children}
        </div>
      </details>
      <ul class="reasons" role="list">
        {REASONS_SHOWN.map((reason) => (
          <li key={reason}>
            <button
              class="btn reason"
              type="submit"
              name="reason"
              value={reason}
              onClick={onReason && ((event) => {
                event.preventDefault();
                onReason(reason);
              })}
            >
              {t(`report.reason.${reason}`)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
