import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  Role,
  StaffAccount,
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

export interface StaffAccountPageProps {
  t: Translate;
  locale: string;
  me: string;
  mayWrite: boolean;
  choices: readonly RoleChoice[];
  account: StaffAccount & {
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
export function StaffAccountPage(props: StaffAccountPageProps) {
  const { t, account, me, mayWrite, errors } = props;
  const mayChange = mayWrite && account.id !== me && account.removedAt === null;
  return (
    <AdminPage
      t={t}
      title={account.name}
      isName
      head={<span class="quiet">{roleNames(t, account.roles)}</span>}
    >
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={{ ...errors }} />
        {account.removedAt !== null && (
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

function Facts({ t, locale, account }: StaffAccountPageProps) {
  const { passkeys, codes, joinedAt } = account;
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
  { t, choices, account, chosen, unproven }: StaffAccountPageProps,
) {
  const action = `/admin/staff/${account.id}/roles`;
  return (
    <form
      method="post"
      action={action}
      class="stack gap-3"
      id="roles"
    >
      <input type="hidden" name="version" value={account.version} />
      <RoleBoxes t={t} choices={choices} chosen={chosen ?? account.roles} />
      {unproven === "roles" && <ProofFirst t={t} form="roles" place={action} />}
      <p>
        <button class="btn" type="submit">{t("admin.staff.saveRoles")}</button>
      </p>
    </form>
  );
}

function Sessions(
  { t, locale, account, sessions, mayChange }: StaffAccountPageProps & {
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
        <form method="post" action={`/admin/staff/${account.id}/sessions/end`}>
          <button class="btn" type="submit">
            {t("admin.staff.endSessions")}
          </button>
        </form>
      )}
    </section>
  );
}

function Removal({ t, account, unproven, errors }: StaffAccountPageProps) {
  const action = `/admin/staff/${account.id}/removal`;
  return (
    <details open={unproven === "removal" || errors.removal !== undefined}>
      <summary>
        <Icon name="chevron" />{" "}
        {t("admin.staff.remove", { name: account.name })}
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
