import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Frame } from "../layout/frame.ts";
import { Logo } from "../Logo.tsx";

export interface AdminFrameProps {
  t: Translate;
  children: ComponentChildren;
}

const PLACES = [{ to: "/admin", name: "admin.home" }] as const;

/** The frame of every page of the back office: its bar, and the main part. */
export function AdminFrame({ t, children }: AdminFrameProps) {
  const { path } = useContext(Frame);
  return (
    <>
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="bar">
        <Logo label={t("page.home")} />
        <nav aria-label={t("admin.nav")}>
          <ul role="list">
            {PLACES.map(({ to, name }) => (
              <li key={to}>
                <a href={to} aria-current={path === to ? "page" : undefined}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main">{children}</main>
    </>
  );
}
