import type { MessageKey, Translate } from "../../../lib/i18n/mod.ts";
import type { Permission, Role } from "../../../lib/staff/mod.ts";
import { Icon } from "../../Icon.tsx";

/** One thing that can be done, and which roles may. */
export interface PermissionRow {
  permission: Permission;
  /** Whether a passkey is asked for again. */
  fresh: boolean;
  /** Whether a second person must agree. */
  second: boolean;
  /** Every role, in the order of columns, with whether it may. */
  roles: readonly { role: Role; may: boolean }[];
}

type Area = Permission extends infer P
  ? P extends `${infer A}.${string}` ? A : never
  : never;

/** Under which heading the permissions of an area stand, in the order of the page. */
const GROUP_OF = {
  case: "admin.staff.group.cases",
  evidence: "admin.staff.group.cases",
  reply: "admin.staff.group.cases",
  appeal: "admin.staff.group.cases",
  alert: "admin.staff.group.cases",
  age: "admin.staff.group.age",
  admin: "admin.staff.group.system",
  staff: "admin.staff.group.system",
  audit: "admin.staff.group.system",
} as const satisfies Readonly<Record<Area, MessageKey>>;

/** The table of the program, so that nobody has to guess what a role may do. */
export function PermissionTable(
  { t, rows }: { t: Translate; rows: readonly PermissionRow[] },
) {
  const groups = [...new Set(Object.values(GROUP_OF))].map((heading) => ({
    heading,
    inGroup: rows.filter(({ permission }) =>
      GROUP_OF[permission.split(".")[0] as Area] === heading
    ),
  }));
  const columns = rows[0].roles.map(({ role }) => role);
  return (
    <section class="may">
      <header>
        <h2>{t("admin.staff.table")}</h2>
        <p class="legend" aria-hidden="true">
          <span>
            <Icon name="check" /> {t("admin.staff.yes")}
          </span>
          <span>
            <Icon name="key" /> {t("admin.staff.fresh")}
          </span>
          <span>
            <strong>{t("admin.staff.two")}</strong> {t("admin.staff.twoText")}
          </span>
        </p>
      </header>
      <div
        class="scroll-x"
        tabIndex={0}
        role="region"
        aria-label={t("admin.staff.table")}
      >
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{t("admin.staff.may")}</th>
              {columns.map((role) => (
                <th key={role} scope="col">{t(`admin.role.${role}`)}</th>
              ))}
            </tr>
          </thead>
          {groups.map(({ heading, inGroup }) => (
            <tbody key={heading}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} class="group">
                  {t(heading)}
                </th>
              </tr>
              {inGroup.map((row) => (
                <Row
                  key={row.permission}
                  t={t}
                  row={row}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p class="hint">{t("admin.staff.tableText")}</p>
    </section>
  );
}

function Row({ t, row }: { t: Translate; row: PermissionRow }) {
  return (
    <tr>
      <th scope="row">
        {t(`admin.permission.${row.permission}`)}
        <code class="quiet">{row.permission}</code>
      </th>
      {row.roles.map(({ role, may }) => (
        <td key={role}>
          {may ? <Yes t={t} {...row} /> : <No t={t} />}
        </td>
      ))}
    </tr>
  );
}

function No({ t }: { t: Translate }) {
  return (
    <>
      <span class="quiet" aria-hidden="true">·</span>
      <span class="visually-hidden">{t("admin.staff.no")}</span>
    </>
  );
}

function Yes(
  { t, fresh, second }: { t: Translate; fresh: boolean; second: boolean },
) {
  const said = [
    t("admin.staff.yes"),
    second && t("admin.staff.twoText"),
    fresh && t("admin.staff.fresh"),
  ];
  return (
    <>
      <span aria-hidden="true">
        {second
          ? <span class="word">{t("admin.staff.two")}</span>
          : <Icon name="check" />}
        {fresh && <Icon name="key" />}
      </span>
      <span class="visually-hidden">{said.filter(Boolean).join(", ")}</span>
    </>
  );
}
