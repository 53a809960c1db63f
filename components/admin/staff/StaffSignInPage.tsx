import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { RecoveryForm } from "./RecoveryForm.tsx";
import { StaffEntryPage } from "./StaffEntryPage.tsx";

export interface StaffSignInPageProps {
  t: Translate;
  /** The button for a passkey. */
  children: ComponentChildren;
}

export function StaffSignInPage({ t, children }: StaffSignInPageProps) {
  return (
    <StaffEntryPage
      t={t}
      title={t("staff.signIn.title")}
      lead={t("staff.signIn.lead")}
      aside={<BeforeYouGoIn t={t} />}
    >
      {children}
      <noscript>
        <p class="note warn">{t("staff.signIn.script")}</p>
      </noscript>
      <details>
        <summary>
          <Icon name="chevron" /> {t("staff.recovery.title")}
        </summary>
        <RecoveryForm t={t} />
      </details>
    </StaffEntryPage>
  );
}

function BeforeYouGoIn({ t }: { t: Translate }) {
  return (
    <section class="stack gap-3">
      <h2>{t("staff.signIn.before")}</h2>
      <ul class="effects" role="list">
        <li>
          <Icon name="hourglass" />
          <span>{t("staff.signIn.session")}</span>
        </li>
        <li>
          <Icon name="log" />
          <span>{t("staff.signIn.log")}</span>
        </li>
        <li>
          <Icon name="lock" />
          <span>{t("staff.signIn.never")}</span>
        </li>
      </ul>
    </section>
  );
}
