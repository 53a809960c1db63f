import {
  faultWords,
  type RefusalReason,
  type Translate,
} from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";
import { Ring } from "../Ring.tsx";

export interface ErrorPageProps {
  t: Translate;
  status: number;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  /** What the help desk needs to find this failure. */
  reference?: string;
  /** Why, where the status alone does not say it. */
  reason?: RefusalReason;
}

/** Where the way out leads, if not to the start. */
const WAYS: Partial<Record<RefusalReason, string>> = {
  barred: "/contact",
  gate: "/age",
  lapsed: "/staff",
  manyPasskeys: "/account/keys",
  permission: "/admin",
  reporting: "/account/standing",
  restricted: "/account/data",
  socket: "/talk",
  unproven: "/account/return?to=/account/keys",
};

export function FaultWordsPage(
  { t, status, retryAfter, reference, reason }: ErrorPageProps,
) {
  const { title, text, action } = faultWords(t, { status, retryAfter, reason });
  const way = reason && WAYS[reason] || "/";
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-5">
        <Ring state="lost" />
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <div class="actions">
          <a class="btn go" href={way}>
            {action} <Icon name="arrow" />
          </a>
          <a class="btn" href={`mailto:${CONTACT}`}>{t("fault.mail")}</a>
        </div>
        <p class="small quiet">
          {t("fault.status", { status })} {reference && (
            <>
              {t("fault.reference")} <code>{reference}</code>
            </>
          )}
        </p>
      </div>
    </Page>
  );
}
