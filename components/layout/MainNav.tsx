import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { Frame } from "./frame.ts";

const PLACES = [
  { to: "/talk", name: "nav.talk" },
  { to: "/account", name: "nav.account" },
  { to: "/account/inbox", name: "nav.inbox" },
] as const;

/** Counting ends there. */
const MANY = 10;

/** The ways of a chatter; folded away behind a button where it is narrow. */
export function MainNav({ t }: { t: Translate }) {
  const { path, unread } = useContext(Frame);
  if (unread === null) return null;
  const here = placeOf(path);
  return (
    <>
      <button class="btn plain" type="button" popovertarget="menu">
        <Icon name="menu" /> {t("nav.menu")}
        {unread > 0 && <span class="tally dot" aria-hidden="true" />}
      </button>
      <nav class="nav" id="menu" popover="auto" aria-label={t("nav.label")}>
        <ul role="list">
          {PLACES.map(({ to, name }) => (
            <li key={to}>
              <a
                href={to}
                class={to === here ? "here" : undefined}
                aria-current={path === to ? "page" : undefined}
              >
                {t(name)}
                {name === "nav.inbox" && unread > 0 && (
                  <Tally t={t} unread={unread} />
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
function placeOf(path: string): string | undefined {
  return PLACES.map(({ to }) => to)
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
