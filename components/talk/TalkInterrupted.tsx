import type { Translate } from "../../lib/i18n/mod.ts";
import { Ring } from "../Ring.tsx";
import { Deck, Next } from "./Deck.tsx";
import { TalkBar } from "./TalkBar.tsx";

export interface TalkInterruptedProps {
  t: Translate;
  onStop(): void;
}

/** The service does not answer; the page tries again by itself. */
export function TalkInterrupted({ t, onStop }: TalkInterruptedProps) {
  return (
    <>
      <TalkBar t={t} />
      <main class="view" id="main">
        <div class="waiting">
          <Ring state="muted" />
          <div class="stack">
            <h1 tabIndex={-1}>{t("talk.interrupted.title")}</h1>
            <p class="quiet">{t("talk.interrupted.text")}</p>
          </div>
        </div>
      </main>
      <Deck label={t("talk.controls")}>
        <Next text={t("talk.searching.stop")} tone="plain" onPress={onStop} />
      </Deck>
    </>
  );
}
