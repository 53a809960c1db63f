import { useRef } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { ReportingState } from "../../lib/client/mod.ts";
import { ReportHelp } from "../pages/report/ReportHelp.tsx";
import { Prose } from "../Prose.tsx";
import { UNTRANSLATED } from "../untranslated.ts";
import { CallControls, Next } from "./CallControls.tsx";
import { TalkBar } from "./TalkBar.tsx";
import { WaitingView } from "./WaitingView.tsx";

export type ShownReport = Exclude<ReportingState, { step: "none" | "asked" }>;

export interface TalkReportedProps {
  t: Translate;
  report: ShownReport;
  onTakeBack(): void;
  onNote(words: string): void;
  onFind(): void;
}

/** Right after a report: what can be done, and what happens next. */
export function TalkReported(props: TalkReportedProps) {
  const { t, report, onFind } = props;
  return (
    <>
      <TalkBar t={t}>
        <span class="quiet">{t("report.after.bar")}</span>
      </TalkBar>
      <WaitingView ring="muted" title={titleOf(t, report)}>
        <p class="quiet" role="status">{textOf(t, report)}</p>
        {"reason" in report && <ReportHelp t={t} reason={report.reason} />}
        {report.step === "sent" && <Sent {...props} report={report} />}
      </WaitingView>
      <CallControls label={t("talk.controls")}>
        <a class="btn tall" href="/">{t("talk.ended.stop")}</a>
        <Next text={t("talk.ready.find")} tone="go" onPress={onFind} />
      </CallControls>
    </>
  );
}

function titleOf(t: Translate, { step }: ShownReport): string {
  return t(`report.after.title.${step}`);
}

function textOf(t: Translate, report: ShownReport): string {
  switch (report.step) {
    case "sending":
      return t(report.waits ? "report.after.waits" : "report.after.sending");
    case "sent":
      return t(report.added ? "report.after.added" : "report.after.sent");
    case "late":
      return t("report.after.late", {
        minutes: Math.ceil(report.waitMs / 60_000),
      });
    case "barred":
      return t("report.after.barred");
    case "withdrawn":
      return t("report.after.withdrawn");
    case "failed":
      return t("report.after.failed");
  }
}

function Sent(
  { t, report, onTakeBack, onNote }: TalkReportedProps & {
    report: Extract<ShownReport, { step: "sent" }>;
  },
) {
  const words = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="stack gap-3">
      {report.until !== null && (
        <p>
          {t("report.after.mistake")}{" "}
          <button class="btn" type="button" onClick={onTakeBack}>
            {t("report.after.takeBack")}
          </button>
        </p>
      )}
      {report.noted ? <p role="status">{t("report.after.noted")}</p> : (
        <form
          class="stack gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            onNote(words.current?.value ?? "");
          }}
        >
          <label for="note">{t("report.own.note")}</label>
          <textarea class="input" id="note" rows={2} required ref={words} />
          <button class="btn" type="submit">{t("report.own.noteAct")}</button>
        </form>
      )}
      <p>
        {t("report.own.number")}: <code {...UNTRANSLATED}>{report.number}</code>
        <br />
        <span class="quiet small">
          <Prose text={t("report.own.numberHint")} />
        </span>
      </p>
      <p>
        <a href={`/account/reports/${report.report}`} target="_blank">
          {t("report.after.follow")}
        </a>
      </p>
    </div>
  );
}
