import type { Translate } from "../../lib/i18n/mod.ts";
import { clock } from "./clock.ts";
import { CallControls, Next } from "./CallControls.tsx";
import { TalkBar } from "./TalkBar.tsx";
import { WaitingView } from "./WaitingView.tsx";

export interface TalkSearchingProps {
  t: Translate;
  /** Seconds since Find someone or Next. */
  waited: number;
  onStop(): void;
}

export function TalkSearching({ t, waited, onStop }: TalkSearchingProps) {
  return (
    <>
      <TalkBar t={t} />
      <WaitingView ring="searching" title={t("talk.searching.title")}>
        <p class="quiet">{t("talk.searching.text")}</p>
        <p class="quiet num">
          {t("talk.searching.waited", { time: clock(waited) })}
        </p>
      </WaitingView>
      <CallControls label={t("talk.controls")}>
        <Next text={t("talk.searching.stop")} tone="plain" onPress={onStop} />
      </CallControls>
    </>
  );
}
