import type { RefusalReason, Translate } from "../../lib/i18n/mod.ts";
import { Frame, type FrameState } from "../layout/frame.ts";
import { AgeRefusedPage } from "./AgeRefusedPage.tsx";
import { FaultWordsPage } from "./FaultWordsPage.tsx";

export interface FaultPageProps {
  t: Translate;
  locale: string;
  status: number;
  retryAfter?: number;
  reference?: string;
  reason?: RefusalReason;
  /** Calendar day until which this browser is refused; null when it is not. */
  refusedUntil: string | null;
  frame: FrameState;
}

/**
 * Why a page cannot be shown; a refused browser has a page of its own. It
 * stands outside of every layout and brings its frame along.
 */
export function FaultPage(props: FaultPageProps) {
  const { t, locale, reason, refusedUntil, frame } = props;
  return (
    <Frame.Provider value={frame}>
      {reason === "age" && refusedUntil !== null
        ? <AgeRefusedPage t={t} locale={locale} until={refusedUntil} />
        : <FaultWordsPage {...props} />}
    </Frame.Provider>
  );
}
