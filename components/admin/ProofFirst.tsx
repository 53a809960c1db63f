import Passkey from "../../islands/Passkey.tsx";
import type { Translate } from "../../lib/i18n/mod.ts";

export interface ProofFirstProps {
  t: Translate;
  /** The id of the form that waits, and where it is sent. */
  form: string;
  place: string;
  /** The button that was pressed, where the form has several. */
  press?: { name: string; value: string };
}

/**
 * Asks for the passkey within a form that came back for lack of it, and sends
 * the form once more: what was typed stays.
 */
export function ProofFirst({ t, form, place, press }: ProofFirstProps) {
  return (
    <div class="note warn stack gap-3">
      <p>{t("admin.proof.lead")}</p>
      <Passkey
        way="show"
        challenge={`/admin/proof/challenge?to=${encodeURIComponent(place)}`}
        form={form}
        press={press}
        words={{
          act: t("staff.passkey.use"),
          waiting: t("staff.passkey.waiting"),
          failed: t("staff.passkey.refused"),
          none: t("staff.passkey.none"),
        }}
      />
      <noscript>
        <p>{t("staff.signIn.script")}</p>
      </noscript>
    </div>
  );
}
