import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { AlertBanners } from "../../lib/http/mod.ts";
import type { Permission, Role } from "../../lib/staff/mod.ts";
import KeyMap from "../../islands/KeyMap.tsx";
import LiveChanges from "../../islands/LiveChanges.tsx";
import { Icon } from "../Icon.tsx";
import { Frame } from "../layout/frame.ts";
import { Logo } from "../Logo.tsx";
import { Alerts } from "./Alerts.tsx";
import { liveWords } from "./live_words.ts";
import { roleNames } from "./roles.ts";
import { UNTRANSLATED } from "../untranslated.ts";

export interface AdminFrameProps {
  t: Translate;
  name: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  /** What waits in each place, by its path; left out where nothing is counted. */
  waiting: Readonly<Record<string, number>>;
  /** Whether keys without Ctrl do anything; see lib/client/page_keys.ts. */
  singleKeys: boolean;
  /** What stands above every page. */
  banners: AlertBanners;
  /** The newest change when this page was made. */
  since: number;
  children: ComponentChildren;
}

/** The places of the back office, in groups; each is there for who may enter. */
const GROUPS = [
  {
    name: "admin.nav.waiting",
    places: [
      { to: "/admin", name: "admin.home", permission: "admin.enter" },
      { to: "/admin/cases", name: "admin.cases", permission: "case.read" },
      {
        to: "/admin/appeals",
        name: "admin.appeals",
        permission: "appeal.read",
      },
      { to: "/admin/age", name: "admin.age", permission: "age.read" },
      {
        to: "/admin/replies",
        name: "admin.replies",
        permission: "reply.write",
      },
    ],
  },
  {
    name: "admin.nav.system",
    places: [
      { to: "/admin/staff", name: "admin.staff", permission: "staff.read" },
      { to: "/admin/audit", name: "admin.audit", permission: "admin.enter" },
    ],
  },
] as const;

type Place = typeof GROUPS[number]["places"][number];

/** The frame of every page of the back office: its rail, and the main part. */
export function AdminFrame(props: AdminFrameProps) {
  const {
    t,
    name,
    roles,
    permissions,
    waiting,
    singleKeys,
    banners,
    children,
  } = props;
  const { path } = useContext(Frame);
  return (
    <>
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="rail">
        <Logo label={t("page.home")} />
        <button class="btn plain" type="button" popovertarget="places">
          <Icon name="menu" /> {t("nav.menu")}
        </button>
        <div class="places" id="places" popover="auto">
          <nav aria-label={t("admin.nav")}>
            {GROUPS.map((group) => (
              <PlaceList
                key={group.name}
                t={t}
                label={t(group.name)}
                places={[...group.places].filter(({ permission }) =>
                  permissions.has(permission)
                )}
                waiting={waiting}
              />
            ))}
          </nav>
          <div class="me">
            <p>
              <a
                href="/admin/me"
                aria-current={path.startsWith("/admin/me") ? "page" : undefined}
                {...UNTRANSLATED}
              >
                {name}
              </a>
              <br />
              <span class="quiet">{roleNames(t, roles)}</span>
            </p>
            <KeyMap
              words={{
                act: t("admin.keys"),
                title: t("admin.keys.title"),
                rows: t("admin.keys.rows"),
                close: t("report.close"),
              }}
            />
            <form method="post" action="/admin/me/sign-out">
              <button class="textlike" type="submit">
                {t("admin.signOut")}
              </button>
            </form>
          </div>
        </div>
      </header>
      <main
        id="main"
        class="admin-main"
        data-single-keys={singleKeys ? undefined : "off"}
      >
        <Alerts t={t} {...banners} />
        {children}
        {hearsOfChanges(permissions) && (
          <LiveChanges since={props.since} words={liveWords(t)} />
        )}
      </main>
    </>
  );
}

/** Whether there is anything to hear for whoever may do this. */
function hearsOfChanges(permissions: ReadonlySet<Permission>): boolean {
  return HEARD.some((permission) => permissions.has(permission));
}

const HEARD = ["case.read", "age.read", "alert.answer"] as const;

function PlaceList(
  { t, label, places, waiting }: {
    t: Translate;
    label: string;
    places: readonly Place[];
    waiting: AdminFrameProps["waiting"];
  },
) {
  const { path } = useContext(Frame);
  if (places.length === 0) return null;
  return (
    <ul role="list" aria-label={label}>
      {places.map(({ to, name }) => (
        <li key={to}>
          <a href={to} aria-current={isHere(path, to) ? "page" : undefined}>
            {t(name)}
            {waiting[to] !== undefined && (
              <span class="tally num">{waiting[to]}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Home is everybody's parent, so only itself is there. */
function isHere(path: string, to: string): boolean {
  return path === to || to !== "/admin" && path.startsWith(`${to}/`);
}
