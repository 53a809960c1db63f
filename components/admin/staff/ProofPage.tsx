import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AdminPage } from "../AdminPage.tsx";

export interface ProofPageProps {
  t: Translate;
  to: string;
  /** The button for a passkey. */
  children: ComponentChildren;
}

export function ProofPage({ t, to, children }: ProofPageProps) {
  return (
    <AdminPage t={t} title={t("admin.proof.title")}>
      <div class="pane stack gap-5">
        <p>{t("admin.proof.lead")}</p>
        {children}
        <p>
          <a href={to}>{t("admin.proof.cancel")}</a>
        </p>
      </div>
    </AdminPage>
  );
}
