import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Frame } from "../../layout/frame.ts";
import { Page } from "../../layout/Page.tsx";

export interface AccountAreaProps {
  t: Translate;
  /** Of the document; the heading of every page here is the account's. */
  title: string;
  lead?: string;
  children: ComponentChildren;
}

const TABS = [
  { to: "/account", name: "account.tab.profile" },
  { to: "/account/data", name: "account.tab.data" },
  { to: "/account/sessions", name: "account.tab.sessions" },
  { to: "/account/keys", name: "account.tab.keys" },
  { to: "/account/history", name: "account.tab.history" },
] as const;

/** One of the pages that make up the account, with the ways to the others. */
export function AccountArea({ t, title, lead, children }: AccountAreaProps) {
  const { path } = useContext(Frame);
  return (
    <Page t={t} title={title}>
      <div class="page wide stack gap-6">
        <header class="stack gap-5">
          <h1>{t("account.title")}</h1>
          <nav class="tabs" aria-label={t("account.tabs")}>
            <ul role="list">
              {TABS.map(({ to, name }) => (
                <li key={to}>
                  <a href={to} aria-current={path === to ? "page" : undefined}>
                    {t(name)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {lead && <p class="lead measure">{lead}</p>}
        </header>
        {children}
      </div>
    </Page>
  );
}
