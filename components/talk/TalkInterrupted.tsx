import type { Translate } from "../../lib/i18n/mod.ts";
import { CallControls, Next } from "./CallControls.tsx";
import { TalkBar } from "./TalkBar.tsx";
import { WaitingView } from "./WaitingView.tsx";

export interface TalkInterruptedProps {
  t: Translate;
  onStop(): void;
}

/** The service does not answer; the page tries again by itself. */
export function TalkInterrupted({ t, onStop }: TalkInterruptedProps) {
  return (
    <>
      <TalkBar t={t} />
      <WaitingView ring="muted" title={t("talk.interrupted.title")}>
        <p class="quiet">{t("talk.interrupted.text")}</p>
      </WaitingView>
      <CallControls label={t("talk.controls")}>
        <Next text={t("talk.searching.stop")} tone="plain" onPress={onStop} />
      </CallControls>
    </>
  );
}
