import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  Role,
  StaffMember,
  StaffSessionView,
} from "../../../lib/staff/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Icon } from "../../Icon.tsx";
import { ProofFirst } from "../ProofFirst.tsx";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";
import { roleNames } from "../roles.ts";
import { RoleBoxes, type RoleChoice } from "./RoleBoxes.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface StaffMemberPageProps {
  t: Translate;
  locale: string;
  me: string;
  mayWrite: boolean;
  choices: readonly RoleChoice[];
  member: StaffMember & {
    passkeys: number;
    codes: { left: number; of: number };
  };
  sessions: readonly StaffSessionView[];
  /** What was chosen in a form that comes back. */
  chosen: readonly Role[] | null;
  errors: { roles?: string; removal?: string };
  /** The form that came back only for lack of a passkey. */
  unproven: "roles" | "removal" | null;
}

/** One of the staff, to whoever may change what they may do. */
export function StaffMemberPage(props: StaffMemberPageProps) {
  const { t, member, me, mayWrite, errors } = props;
  const mayChange = mayWrite && member.id !== me && member.removedAt === null;
  return (
    <AdminPage
      t={t}
      title={member.name}
      isName
      head={<span class="quiet">{roleNames(t, member.roles)}</span>}
    >
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={{ ...errors }} />
        {member.removedAt !== null && (
          <p class="note warn">{t("admin.staff.removed")}</p>
        )}
        <Facts {...props} />
        {mayChange && <Roles {...props} />}
        <Sessions {...props} mayChange={mayChange} />
        {mayChange && <Removal {...props} />}
      </div>
    </AdminPage>
  );
}

function Facts({ t, locale, member }: StaffMemberPageProps) {
  const { passkeys, codes, joinedAt } = member;
  return (
    <dl class="facts">
      <div>
        <dt>{t("admin.staff.joined")}</dt>
        <dd>
          <Moment at={joinedAt} locale={locale} />
        </dd>
      </div>
      <div>
        <dt>{t("admin.staff.passkeys")}</dt>
        <dd>{t("admin.staff.passkeyCount", { count: passkeys })}</dd>
      </div>
      <div>
        <dt>{t("admin.codes.title")}</dt>
        <dd>
          {codes.of === 0
            ? t("admin.codes.noneYet")
            : t("admin.codes.left", codes)}
        </dd>
      </div>
    </dl>
  );
}

function Roles(
  { t, choices, member, chosen, unproven }: StaffMemberPageProps,
) {
  const action = `/admin/staff/${member.id}/roles`;
  return (
    <form
      method="post"
      action={action}
      class="stack gap-3"
      id="roles"
    >
      <input type="hidden" name="version" value={member.version} />
      <RoleBoxes t={t} choices={choices} chosen={chosen ?? member.roles} />
      {unproven === "roles" && <ProofFirst t={t} form="roles" place={action} />}
      <p>
        <button class="btn" type="submit">{t("admin.staff.saveRoles")}</button>
      </p>
    </form>
  );
}

function Sessions(
  { t, locale, member, sessions, mayChange }: StaffMemberPageProps & {
    mayChange: boolean;
  },
) {
  if (sessions.length === 0) return null;
  return (
    <section class="stack gap-3">
      <h2>{t("admin.me.sessions")}</h2>
      <ul class="ledger tight" role="list">
        {sessions.map(({ browser, seenAt }, n) => (
          <li key={n}>
            <p>
              <span {...UNTRANSLATED}>{browser}</span>, {t("admin.me.seen")}
              {" "}
              <Moment at={seenAt} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
      {mayChange && (
        <form method="post" action={`/admin/staff/${member.id}/sessions/end`}>
          <button class="btn" type="submit">
            {t("admin.staff.endSessions")}
          </button>
        </form>
      )}
    </section>
  );
}

function Removal({ t, member, unproven, errors }: StaffMemberPageProps) {
  const action = `/admin/staff/${member.id}/removal`;
  return (
    <details open={unproven === "removal" || errors.removal !== undefined}>
      <summary>
        <Icon name="chevron" /> {t("admin.staff.remove", { name: member.name })}
      </summary>
      <form method="post" action={action} class="stack gap-3" id="removal">
        <p>{t("admin.staff.removeText")}</p>
        {unproven === "removal" && (
          <ProofFirst t={t} form="removal" place={action} />
        )}
        <p>
          <button class="btn danger" type="submit">
            {t("admin.staff.removeAct")}
          </button>
        </p>
      </form>
    </details>
  );
}
