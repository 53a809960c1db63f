import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Role } from "../../../lib/staff/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { roleNames } from "../roles.ts";
import { StaffEntryPage } from "./StaffEntryPage.tsx";

/** What a link leads to. */
export type InvitationStep =
  /** It ended, was used or never was. */
  | { step: "ended" }
  /** Whether it came to whom it is for, and how colleagues shall call them. */
  | {
    step: "name";
    roles: readonly Role[];
    /** Who invites; null for whoever runs the machine. */
    by: string | null;
    name: string;
    errors: { name?: string };
  }
  /** A passkey for whoever has this name. */
  | { step: "passkey"; name: string; isFirst: boolean };

export interface InvitationPageProps {
  t: Translate;
  action: string;
  shown: InvitationStep;
  /** The button for a passkey. */
  children: ComponentChildren;
}

export function InvitationPage(
  { t, action, shown, children }: InvitationPageProps,
) {
  switch (shown.step) {
    case "ended":
      return <Ended t={t} />;
    case "name":
      return <Name t={t} action={action} {...shown} />;
    case "passkey":
      return <NewPasskey t={t} {...shown}>{children}</NewPasskey>;
  }
}

function Ended({ t }: { t: Translate }) {
  return (
    <StaffEntryPage
      t={t}
      title={t("staff.invitation.ended")}
      lead={t("staff.invitation.endedText")}
    >
      <p>
        <a href="/staff">{t("staff.signIn.title")}</a>
      </p>
    </StaffEntryPage>
  );
}

type NameProps =
  & Pick<InvitationPageProps, "t" | "action">
  & Extract<InvitationStep, { step: "name" }>;

function Name({ t, action, roles, by, name, errors }: NameProps) {
  const named = { roles: roleNames(t, roles), by: by ?? "" };
  return (
    <StaffEntryPage
      t={t}
      title={t("staff.invitation.title")}
      lead={t(
        by === null ? "staff.invitation.first" : "staff.invitation.by",
        named,
      )}
    >
      <ErrorSummary t={t} errors={errors} />
      <p class="quiet">{t("staff.invitation.work")}</p>
      <form method="post" action={action} class="stack gap-4">
        <TextField
          id="name"
          label={t("staff.invitation.name")}
          hint={t("staff.invitation.nameHint")}
          value={name}
          autocomplete="nickname"
          required
          error={errors.name}
        />
        <p class="actions">
          <button class="btn go" type="submit">
            {t("staff.invitation.yes")}
          </button>
          <button
            class="btn plain"
            type="submit"
            name="decline"
            value="1"
            formnovalidate
          >
            {t("staff.invitation.no")}
          </button>
        </p>
      </form>
    </StaffEntryPage>
  );
}

function NewPasskey(
  { t, name, isFirst, children }:
    & Extract<InvitationStep, { step: "passkey" }>
    & {
      t: Translate;
      children: ComponentChildren;
    },
) {
  return (
    <StaffEntryPage
      t={t}
      title={t("staff.invitation.passkey")}
      lead={t(
        isFirst ? "staff.invitation.firstKey" : "staff.invitation.nextKey",
        { name },
      )}
    >
      <p class="quiet">{t("staff.invitation.keyText")}</p>
      {children}
      <noscript>
        <p class="note warn">{t("staff.signIn.script")}</p>
      </noscript>
    </StaffEntryPage>
  );
}
