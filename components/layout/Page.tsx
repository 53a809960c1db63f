import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Logo } from "../Logo.tsx";
import { Footer } from "./Footer.tsx";
import { MainNav } from "./MainNav.tsx";

export interface PageProps {
  t: Translate;
  title: string;
  /** Place on the way to the first call. */
  step?: 1 | 2;
  children: ComponentChildren;
}

const STEPS = 3;

/** The frame of every public page: skip link, bar, main part, footer. */
export function Page({ t, title, step, children }: PageProps) {
  return (
    <>
      <Head>
        <title>{t("app.title", { page: title })}</title>
      </Head>
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="bar">
        <Logo label={t("page.home")} />
        {step && (
          <span class="quiet small">{t("page.step", { step, of: STEPS })}</span>
        )}
        <MainNav t={t} />
      </header>
      <main id="main">{children}</main>
      <Footer t={t} />
    </>
  );
}
