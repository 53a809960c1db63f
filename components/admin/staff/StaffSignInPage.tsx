import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { StaffFrame } from "./StaffFrame.tsx";

export interface StaffSignInPageProps {
  t: Translate;
  /** The button for a passkey. */
  children: ComponentChildren;
}

export function StaffSignInPage({ t, children }: StaffSignInPageProps) {
  return (
    <StaffFrame
      t={t}
      title={t("staff.signIn.title")}
      lead={t("staff.signIn.lead")}
    >
      {children}
      <noscript>
        <p class="note warn">{t("staff.signIn.script")}</p>
      </noscript>
      <p>
        <a href="/staff/recovery">{t("staff.recovery.way")}</a>
      </p>
      <section class="stack gap-3">
        <h2>{t("staff.signIn.before")}</h2>
        <ul class="prose">
          <li>{t("staff.signIn.session")}</li>
          <li>{t("staff.signIn.log")}</li>
          <li>{t("staff.signIn.never")}</li>
        </ul>
      </section>
    </StaffFrame>
  );
}
