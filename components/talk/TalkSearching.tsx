import type { Translate } from "../../lib/i18n/mod.ts";
import { Ring } from "../Ring.tsx";
import { clock } from "./clock.ts";
import { Deck, Next } from "./Deck.tsx";
import { TalkBar } from "./TalkBar.tsx";

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
      <main class="view" id="main">
        <div class="waiting">
          <Ring state="searching" />
          <div class="stack">
            <h1 tabIndex={-1}>{t("talk.searching.title")}</h1>
            <p class="quiet">{t("talk.searching.text")}</p>
            <p class="quiet num">
              {t("talk.searching.waited", { time: clock(waited) })}
            </p>
          </div>
        </div>
      </main>
      <Deck label={t("talk.controls")}>
        <Next text={t("talk.searching.stop")} tone="plain" onPress={onStop} />
      </Deck>
    </>
  );
}
