import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Millis } from "../../../lib/kernel/mod.ts";
import type {
  Permission,
  Role,
  StaffMemberView,
} from "../../../lib/staff/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Table } from "../../Table.tsx";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";
import { roleNames } from "../roles.ts";
import { RoleBoxes, type RoleChoice } from "./RoleBoxes.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface InvitationRow {
  digest: string;
  roles: readonly Role[];
  /** Who invited; null for whoever runs the machine. */
  by: string | null;
  at: Millis;
  state: "open" | "used" | "ended";
}

/** One thing that can be done, and which roles may. */
export interface PermissionRow {
  permission: Permission;
  /** Whether a passkey is asked for again. */
  fresh: boolean;
  roles: readonly Role[];
}

export interface StaffPageProps {
  t: Translate;
  locale: string;
  me: string;
  mayWrite: boolean;
  choices: readonly RoleChoice[];
  /** What each role may do. */
  table: readonly PermissionRow[];
  members: readonly StaffMemberView[];
  invitations: readonly InvitationRow[];
  /** A link that was just made; it is shown this once. */
  link: string | null;
  errors: { invite?: string };
}

export function StaffPage(props: StaffPageProps) {
  const { t, members, link, errors, mayWrite } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.staff")}
      head={
        <span class="quiet">
          {t("admin.staff.count", { count: members.length })}
        </span>
      }
    >
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={{ ...errors }} />
        {link && <NewLink t={t} link={link} />}
        <Members {...props} />
        {mayWrite && <Invite {...props} />}
        <Invitations {...props} />
        <PermissionTable {...props} />
      </div>
    </AdminPage>
  );
}

function NewLink({ t, link }: { t: Translate; link: string }) {
  return (
    <section class="note ok" role="status">
      <div class="stack gap-3">
        <strong>{t("admin.staff.linkTitle")}</strong>
        <code class="link" {...UNTRANSLATED}>{link}</code>
        <p>{t("admin.staff.linkText")}</p>
      </div>
    </section>
  );
}

function Members({ t, locale, me, members }: StaffPageProps) {
  return (
    <section>
      <h2>{t("admin.staff.members")}</h2>
      <Table
        caption={t("admin.staff.members")}
        rows={members}
        columns={[
          {
            heading: t("admin.staff.name"),
            value: ({ id, name }) => (
              <>
                <a
                  href={id === me ? "/admin/me" : `/admin/staff/${id}`}
                  {...UNTRANSLATED}
                >
                  {name}
                </a>
                {id === me && <span class="quiet">{` ${t("admin.you")}`}</span>}
              </>
            ),
          },
          {
            heading: t("admin.staff.roles"),
            value: ({ roles }) => roleNames(t, roles),
          },
          {
            heading: t("admin.staff.passkeys"),
            value: ({ passkeys }) =>
              t("admin.staff.passkeyCount", { count: passkeys }),
          },
          {
            heading: t("admin.staff.joined"),
            value: ({ joinedAt }) => <Moment at={joinedAt} locale={locale} />,
          },
        ]}
      />
    </section>
  );
}

function Invite({ t, choices, errors }: StaffPageProps) {
  return (
    <section>
      <h2 id="invite">{t("admin.staff.invite")}</h2>
      <form
        method="post"
        action="/admin/staff/invitations"
        class="stack gap-3"
        aria-describedby={errors.invite ? "invite-error" : undefined}
      >
        <RoleBoxes t={t} choices={choices} chosen={[]} />
        <p class="hint">{t("admin.staff.inviteHint")}</p>
        <p>
          <button class="btn go" type="submit">
            {t("admin.staff.inviteAct")}
          </button>
        </p>
      </form>
    </section>
  );
}

function Invitations({ t, locale, invitations, mayWrite }: StaffPageProps) {
  return (
    <section>
      <h2>{t("admin.staff.invitations")}</h2>
      <Table
        caption={t("admin.staff.invitations")}
        empty={t("admin.staff.noInvitations")}
        rows={invitations}
        columns={[
          {
            heading: t("admin.staff.roles"),
            value: ({ roles }) => roleNames(t, roles),
          },
          {
            heading: t("admin.staff.by"),
            value: ({ by }) => by ?? t("admin.operator"),
          },
          {
            heading: t("admin.staff.made"),
            value: ({ at }) => <Moment at={at} locale={locale} />,
          },
          {
            heading: t("admin.staff.state"),
            value: ({ digest, state }) => (
              <>
                {t(`admin.staff.invitation.${state}`)}
                {state === "open" && mayWrite && (
                  <form
                    method="post"
                    action={`/admin/staff/invitations/${digest}/removal`}
                  >
                    <button class="btn" type="submit">
                      {t("admin.staff.revoke")}
                    </button>
                  </form>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The table of the program, so that nobody has to guess what a role may do. */
function PermissionTable({ t, choices, table }: StaffPageProps) {
  return (
    <section>
      <h2>{t("admin.staff.table")}</h2>
      <div
        class="scroll-x"
        tabIndex={0}
        role="region"
        aria-label={t("admin.staff.table")}
      >
        <table class="table matrix">
          <thead>
            <tr>
              <th scope="col">{t("admin.staff.may")}</th>
              {choices.map(({ role }) => (
                <th key={role} scope="col">{t(`admin.role.${role}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((row) => (
              <tr key={row.permission}>
                <th scope="row">
                  {t(`admin.permission.${row.permission}`)}
                  <code class="quiet small">{` ${row.permission}`}</code>
                </th>
                {choices.map(({ role }) => (
                  <td key={role}>{answerOf(t, row, role)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{t("admin.staff.tableText")}</p>
    </section>
  );
}

function answerOf(
  t: Translate,
  { roles, fresh }: PermissionRow,
  role: Role,
): string {
  if (!roles.includes(role)) return t("admin.staff.no");
  return t(fresh ? "admin.staff.yesProof" : "admin.staff.yes");
}
