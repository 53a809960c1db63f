import type { Translate } from "../../lib/i18n/mod.ts";
import { AgeRefusedPage } from "./AgeRefusedPage.tsx";
import { ErrorPage } from "./ErrorPage.tsx";

export interface FaultPageProps {
  t: Translate;
  locale: string;
  status: number;
  retryAfter?: number;
  reference?: string;
  restricted?: boolean;
  /** Calendar day until which this browser is refused; null when it is not. */
  refusedUntil: string | null;
}

/** Why a page cannot be shown: for a refused browser there is one reason. */
export function FaultPage(props: FaultPageProps) {
  const { t, locale, status, refusedUntil } = props;
  return status === 403 && refusedUntil !== null
    ? <AgeRefusedPage t={t} locale={locale} until={refusedUntil} />
    : <ErrorPage {...props} />;
}
