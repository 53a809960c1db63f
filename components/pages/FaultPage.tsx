import type { RefusalReason, Translate } from "../../lib/i18n/mod.ts";
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
}

/** Why a page cannot be shown; a refused browser has a page of its own. */
export function FaultPage(props: FaultPageProps) {
  const { t, locale, reason, refusedUntil } = props;
  return reason === "age" && refusedUntil !== null
    ? <AgeRefusedPage t={t} locale={locale} until={refusedUntil} />
    : <FaultWordsPage {...props} />;
}
