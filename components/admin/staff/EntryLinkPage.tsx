import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Role } from "../../../lib/staff/mod.ts";
import { roleNames } from "../roles.ts";
import { StaffEntryPage } from "./StaffEntryPage.tsx";

export interface EntryLinkPageProps {
  t: Translate;
  action: string;
  name: string;
  roles: readonly Role[];
}

/** One press into the back office, in a demonstration. */
export function EntryLinkPage(props: EntryLinkPageProps) {
  const { t, action, name, roles } = props;
  return (
    <StaffEntryPage
      t={t}
      title={t("staff.entry.title")}
      lead={t("staff.entry.lead", { name, roles: roleNames(t, roles) })}
    >
      <form method="post" action={action}>
        <button class="btn go" type="submit">{t("staff.entry.act")}</button>
      </form>
    </StaffEntryPage>
  );
}
