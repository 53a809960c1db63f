import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Page } from "../../layout/Page.tsx";

export interface AccountFrameProps {
  t: Translate;
  title: string;
  lead?: string;
  children: ComponentChildren;
}

/** A page below the account, with the way back up. */
export function AccountFrame(
  { t, title, lead, children }: AccountFrameProps,
) {
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-6">
        <header class="stack gap-3">
          <p class="kicker">
            <a href="/account">{t("account.back")}</a>
          </p>
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </header>
        {children}
      </div>
    </Page>
  );
}
