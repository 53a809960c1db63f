import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Role } from "../../../lib/staff/mod.ts";
import { TextField } from "../../form/TextField.tsx";
import { roleNames } from "../roles.ts";
import { StaffFrame } from "./StaffFrame.tsx";

export interface InvitationPageProps {
  t: Translate;
  /** Null for a link that ended, was used or never was. */
  invitation: {
    roles: readonly Role[];
    /** Who invites; null for whoever runs the machine. */
    by: string | null;
    /** Whose new passkey it is for; null for somebody new. */
    name: string | null;
  } | null;
  /** The button for a passkey. */
  children: ComponentChildren;
}

export function InvitationPage(props: InvitationPageProps) {
  const { t, invitation, children } = props;
  if (!invitation) {
    return (
      <StaffFrame
        t={t}
        title={t("staff.invitation.ended")}
        lead={t("staff.invitation.endedText")}
      >
        <p>
          <a href="/staff">{t("staff.signIn.title")}</a>
        </p>
      </StaffFrame>
    );
  }
  const { roles, by, name } = invitation;
  if (name !== null) {
    return (
      <StaffFrame
        t={t}
        title={t("staff.invitation.passkey")}
        lead={t("staff.invitation.passkeyText", { name })}
      >
        {children}
      </StaffFrame>
    );
  }
  const named = { roles: roleNames(t, roles), by: by ?? "" };
  return (
    <StaffFrame
      t={t}
      title={t("staff.invitation.title")}
      lead={t(
        by === null ? "staff.invitation.first" : "staff.invitation.by",
        named,
      )}
    >
      <p>{t("staff.invitation.work")}</p>
      <TextField
        id="name"
        label={t("staff.invitation.name")}
        hint={t("staff.invitation.nameHint")}
        autocomplete="off"
        required
      />
      <section class="stack gap-3">
        <h2>{t("staff.invitation.key")}</h2>
        <p>{t("staff.invitation.keyText")}</p>
        {children}
        <noscript>
          <p class="note warn">{t("staff.signIn.script")}</p>
        </noscript>
      </section>
    </StaffFrame>
  );
}
