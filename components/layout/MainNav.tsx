import { useContext } from "preact/hooks";
import type { MessageKey, Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { Frame } from "./frame.ts";

interface Place {
  to: string;
  name: Extract<
    MessageKey,
    | `nav.${"talk" | "account" | "inbox"}`
    | `foot.${"safety" | "rules" | "return"}`
  >;
}

const MEMBER_PLACES: readonly Place[] = [
  { to: "/talk", name: "nav.talk" },
  { to: "/account", name: "nav.account" },
  { to: "/account/inbox", name: "nav.inbox" },
];

const RETURN = "/account/return";

const VISITOR_PLACES: readonly Place[] = [
  { to: "/safety", name: "foot.safety" },
  { to: "/rules", name: "foot.rules" },
  { to: RETURN, name: "foot.return" },
];

/** Counting ends there. */
const MANY = 10;

/** The main pages; folded away behind a button where it is narrow. */
export function MainNav({ t }: { t: Translate }) {
  const { path, unread, returnTo } = useContext(Frame);
  const places = unread === null ? VISITOR_PLACES : MEMBER_PLACES;
  const here = placeOf(places, path);
  const some = unread !== null && unread > 0;
  return (
    <>
      <button class="btn plain" type="button" popovertarget="menu">
        <Icon name="menu" /> {t("nav.menu")}
        {some && <span class="tally dot" aria-hidden="true" />}
      </button>
      <nav class="nav" id="menu" popover="auto" aria-label={t("nav.label")}>
        <ul role="list">
          {places.map(({ to, name }) => (
            <li key={to}>
              <a
                href={to === RETURN ? returnTo : to}
                class={to === here ? "here" : undefined}
                aria-current={path === to ? "page" : undefined}
              >
                {t(name)}
                {name === "nav.inbox" && some && (
                  <Tally
                    t={t}
                    unread={unread}
                  />
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** The nearest place: an inbox lies below the account, and is not it. */
function placeOf(
  places: readonly Place[],
  path: string,
): string | undefined {
  return places.map(({ to }) => to)
    .findLast((to) => path === to || path.startsWith(`${to}/`));
}

function Tally({ t, unread }: { t: Translate; unread: number }) {
  return (
    <>
      {" "}
      <span class="tally">
        <span class="visually-hidden">{t("nav.unread")}</span>{" "}
        {unread < MANY ? unread : `${MANY - 1}+`}
      </span>
    </>
  );
}
