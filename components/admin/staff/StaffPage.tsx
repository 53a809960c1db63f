import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Millis } from "../../../lib/kernel/mod.ts";
import type { Role, StaffAccountView } from "../../../lib/staff/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { Icon } from "../../Icon.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { ProofFirst } from "../ProofFirst.tsx";
import { Day, Moment } from "../Moment.tsx";
import { roleNames } from "../roles.ts";
import { type PermissionRow, PermissionTable } from "./PermissionTable.tsx";
import { RoleBoxes, type RoleChoice } from "./RoleBoxes.tsx";

export interface InvitationRow {
  digest: string;
  /** For whom it is; null where a command on the server made it. */
  name: string | null;
  roles: readonly Role[];
  /** Who invited; null for whoever runs the machine. */
  by: string | null;
  at: Millis;
  state: "open" | "used" | "ended";
  /** Minutes until it ends. */
  minutes: number;
}

export interface StaffPageProps {
  t: Translate;
  locale: string;
  me: string;
  mayWrite: boolean;
  choices: readonly RoleChoice[];
  /** What each role may do. */
  table: readonly PermissionRow[];
  staff: readonly StaffAccountView[];
  invitations: readonly InvitationRow[];
  /** A link that was just made; it is shown this once. */
  link: { for: string; url: string } | null;
  /** What was typed in a form that comes back. */
  typed: { name: string; roles: readonly Role[] };
  errors: { name?: string; invite?: string };
  /** Whether the form came back only for lack of a passkey. */
  unproven: boolean;
}

export function StaffPage(props: StaffPageProps) {
  const { t, staff, invitations, mayWrite, table } = props;
  const counts = {
    staff: staff.length,
    here: staff.filter(({ isHere }) => isHere).length,
    open: invitations.filter(({ state }) => state === "open").length,
  };
  return (
    <AdminPage
      t={t}
      title={t("admin.staff")}
      head={
        <>
          <span class="quiet">{t("admin.staff.count", counts)}</span>
          {mayWrite && (
            <a class="btn push" href="#invite">{t("admin.staff.invite")}</a>
          )}
        </>
      }
    >
      <div class={mayWrite ? "bench" : undefined}>
        <div>
          <Accounts {...props} />
          <Invitations {...props} />
          <div class="pane">
            <PermissionTable t={t} rows={table} />
          </div>
        </div>
        {mayWrite && <Invite {...props} />}
      </div>
    </AdminPage>
  );
}

function Accounts({ t, locale, me, staff }: StaffPageProps) {
  return (
    <table role="table" class="rows fold tall">
      <caption class="visually-hidden">{t("admin.staff.accounts")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.staff.name")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.roles")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.passkeys")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.lastSeen")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {staff.map((
          { id, name, roles, passkeys, isHere, seenDay, onCallUntil },
        ) => (
          <tr key={id} role="row">
            <th role="rowheader" scope="row" class="first">
              <a
                class="title"
                href={id === me ? "/admin/me" : `/admin/staff/${id}`}
                {...UNTRANSLATED}
              >
                {name}
              </a>
              {id === me && <span class="quiet">{` ${t("admin.you")}`}</span>}
              {onCallUntil !== null && " "}
              {onCallUntil !== null && (
                <div class="state warn">
                  <Icon name="alert" /> {t("admin.onCall.until")}{" "}
                  <Moment at={onCallUntil} locale={locale} />
                </div>
              )}
            </th>
            <td role="cell" class="whole">{roleNames(t, roles)}</td>
            <td role="cell" class="nowrap">
              <PasskeyCount t={t} count={passkeys} />
            </td>
            <td role="cell" class="nowrap soon">
              {isHere
                ? (
                  <span class="state ok">
                    <Icon name="check" /> {t("admin.staff.now")}
                  </span>
                )
                : <Day at={seenDay} locale={locale} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PasskeyCount({ t, count }: { t: Translate; count: number }) {
  if (count < 2) {
    return (
      <span class="state warn">
        <Icon name="key" /> {t("admin.staff.passkeyCount", { count })}
      </span>
    );
  }
  return <>{t("admin.staff.passkeyCount", { count })}</>;
}

/** The link that was just made, or the form that makes one. */
function Invite(
  { t, choices, errors, typed, link, unproven }: StaffPageProps,
) {
  return (
    <section class="pane stack gap-4" aria-labelledby="invite">
      <h2 id="invite">{t("admin.staff.invite")}</h2>
      {link && (
        <div class="note ok stack gap-3" role="status">
          <div class="field">
            <label for="link">
              {t("admin.staff.linkTitle", { name: link.for })}
            </label>
            <input
              class="input"
              id="link"
              readOnly
              value={link.url}
              {...UNTRANSLATED}
            />
          </div>
          <p>{t("admin.staff.linkText")}</p>
        </div>
      )}
      <ErrorSummary t={t} errors={{ ...errors }} />
      <form
        method="post"
        action="/admin/staff/invitations"
        class="stack gap-3"
        id="invitation"
      >
        <TextField
          id="name"
          label={t("admin.staff.inviteName")}
          autocomplete="off"
          required
          value={typed.name}
          error={errors.name}
        />
        <RoleBoxes t={t} choices={choices} chosen={typed.roles} />
        <p class="hint">{t("admin.staff.inviteHint")}</p>
        {unproven && (
          <ProofFirst
            t={t}
            form="invitation"
            place="/admin/staff/invitations"
          />
        )}
        <p>
          <button class="btn go" type="submit">
            {t("admin.staff.inviteAct")}
          </button>
        </p>
      </form>
    </section>
  );
}

function Invitations(props: StaffPageProps) {
  const { t, invitations } = props;
  if (invitations.length === 0) return null;
  return (
    <table role="table" class="rows fold tall">
      <caption>{t("admin.staff.invitations")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.staff.for")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.roles")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.by")}</th>
          <th role="columnheader" scope="col">{t("admin.staff.state")}</th>
          <th role="columnheader" scope="col">
            <span class="visually-hidden">{t("admin.staff.revoke")}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {invitations.map((row, n) => (
          <InvitationLine key={n} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function InvitationLine(
  { t, locale, mayWrite, row }: StaffPageProps & { row: InvitationRow },
) {
  const { digest, name, roles, by, at, state, minutes } = row;
  const whom = name === null
    ? t("admin.staff.unnamed")
    : <span {...UNTRANSLATED}>{name}</span>;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="first">
        <strong>{whom}</strong>
      </th>
      <td role="cell" class="whole">{roleNames(t, roles)}</td>
      <td role="cell" class="nowrap minor">
        {by === null
          ? t("admin.operator")
          : <span {...UNTRANSLATED}>{by}</span>}
        {", "}
        <Moment at={at} locale={locale} />
      </td>
      <td role="cell" class="nowrap">
        {state === "open"
          ? (
            <span class="state warn">
              <Icon name="hourglass" />{" "}
              {t("admin.staff.invitation.open", { minutes })}
            </span>
          )
          : <span class="quiet">{t(`admin.staff.invitation.${state}`)}</span>}
      </td>
      <td role="cell" class="end">
        {state === "open" && mayWrite && (
          <form
            method="post"
            action={`/admin/staff/invitations/${digest}/removal`}
          >
            <button class="btn" type="submit">
              {t("admin.staff.revoke")}
              <span class="visually-hidden">: {whom}</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
