import type { Translate } from "../../lib/i18n/mod.ts";
import { clock } from "./clock.ts";
import { Icon } from "../Icon.tsx";
import { CALL_KEYS } from "../keys.ts";
import { CallControls, Next } from "./CallControls.tsx";
import type { BlockingState, EndReason } from "../../lib/client/mod.ts";
import { endTitle } from "./states.ts";
import { TalkBar } from "./TalkBar.tsx";
import { WaitingView } from "./WaitingView.tsx";

export interface TalkEndedProps {
  t: Translate;
  reason: EndReason;
  /** Seconds from the meeting to the end. */
  talked: number;
  onNext(): void;
  /** What became of a block of the other. */
  blocking: BlockingState;
  onReport(): void;
  onBlock(): void;
}

export function TalkEnded(props: TalkEndedProps) {
  const { t, reason, talked, onNext } = props;
  return (
    <>
      <TalkBar t={t}>
        {talked > 0 && (
          <span class="quiet num">
            {t("talk.ended.after", { time: clock(talked) })}
          </span>
        )}
      </TalkBar>
      <WaitingView ring="muted" title={endTitle(t, reason)}>
        <p class="quiet">{story(t, reason, talked)}</p>
        {hasMet(props) && (
          <ul class="ledger" role="list">
            <Report {...props} />
            <Block {...props} />
          </ul>
        )}
      </WaitingView>
      <CallControls label={t("talk.controls")}>
        <a class="btn tall" href="/">{t("talk.ended.stop")}</a>
        <Next text={t("talk.call.next")} tone="go" onPress={onNext} />
      </CallControls>
    </>
  );
}

/** Also where it was over within a second: much can be shown in less. */
function hasMet({ reason, talked }: TalkEndedProps): boolean {
  return talked > 0 || reason === "they-left" || reason === "interrupted";
}

function Report({ t, onReport }: TalkEndedProps) {
  return (
    <li>
      <div>
        <h2>{t("talk.ended.wrong")}</h2>
        <p class="quiet small">{t("talk.ended.wrongText")}</p>
      </div>
      <button
        class="btn"
        type="button"
        aria-keyshortcuts={CALL_KEYS.report.named}
        aria-haspopup="dialog"
        onClick={onReport}
      >
        <Icon name="flag" /> {t("talk.ended.report")}
        <kbd aria-hidden="true">{CALL_KEYS.report.printed[0]}</kbd>
      </button>
    </li>
  );
}

function Block({ t, blocking, onBlock }: TalkEndedProps) {
  return (
    <li>
      <div>
        <h2>{t("talk.ended.notAgain")}</h2>
        <p class="quiet small" role="status">
          {t(`talk.ended.block.${blocking}`)}
        </p>
      </div>
      {blocking !== "done" && (
        <button
          class="btn"
          type="button"
          disabled={blocking === "sending"}
          onClick={onBlock}
        >
          <Icon name="block" /> {t("talk.ended.blockAct")}
        </button>
      )}
    </li>
  );
}

function story(t: Translate, reason: EndReason, talked: number): string {
  if (reason === "failed") return t("talk.ended.failedText");
  if (reason === "elsewhere") return t("talk.ended.elsewhereText");
  const length = howLong(t, talked);
  return reason === "interrupted"
    ? `${t("talk.ended.interruptedText")} ${length}`
    : length;
}

function howLong(t: Translate, talked: number): string {
  const seconds = Math.floor(talked) % 60;
  const minutes = Math.floor(talked / 60);
  return minutes === 0
    ? t("talk.ended.seconds", { seconds })
    : t("talk.ended.talked", { minutes, seconds });
}
