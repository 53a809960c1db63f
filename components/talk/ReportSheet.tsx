import { useRef, useState } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { ReasonId } from "../../lib/safety/mod.ts";
import { ReportFields } from "../pages/report/ReportFields.tsx";

export interface ReportSheetProps {
  t: Translate;
  /** Whether there is a picture that a still could be taken of. */
  hasPicture: boolean;
  onSend(reason: ReasonId, chosen: ReportChoices): void;
  onClose(): void;
}

export interface ReportChoices {
  words: string;
  text: boolean;
  still: boolean;
  adult: boolean;
}

/** The reasons over the call: the second of two taps. */
export function ReportSheet(props: ReportSheetProps) {
  const { t, hasPicture, onSend, onClose } = props;
  const form = useRef<HTMLFormElement>(null);
  const [still, setStill] = useState(false);
  const send = (reason: ReasonId) => {
    const data = new FormData(form.current!);
    onSend(reason, {
      words: String(data.get("words") ?? ""),
      text: data.get("text") === "1",
      still: data.get("still") === "1",
      adult: data.get("adult") === "1",
    });
  };
  return (
    <dialog
      class="sheet"
      aria-labelledby="report-title"
      ref={(element) => {
        if (element?.open === false) element.showModal();
      }}
      onCancel={onClose}
    >
      <form ref={form} method="dialog" class="stack gap-3">
        <header class="stack gap-2">
          <h2 id="report-title">{t("report.title")}</h2>
          <p class="quiet small">{t("report.lead")}</p>
        </header>
        <ReportFields t={t} withText onReason={send}>
          {hasPicture && (
            <>
              <label class="check">
                <input
                  type="checkbox"
                  name="still"
                  value="1"
                  onChange={(event) => setStill(event.currentTarget.checked)}
                />
                <span>{t("report.still")}</span>
                <span class="hint">{t("report.stillHint")}</span>
              </label>
              {still && (
                <label class="check">
                  <input type="checkbox" name="adult" value="1" />
                  <span>{t("report.adult")}</span>
                  <span class="hint">{t("report.adultHint")}</span>
                </label>
              )}
            </>
          )}
        </ReportFields>
        <p class="small">{t("report.emergency")}</p>
        <button class="btn plain" type="button" onClick={onClose}>
          {t("report.close")} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </form>
    </dialog>
  );
}
