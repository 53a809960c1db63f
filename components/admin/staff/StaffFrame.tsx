import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Logo } from "../../Logo.tsx";

export interface StaffFrameProps {
  t: Translate;
  children: ComponentChildren;
}

/** The frame of the pages where the staff come in. */
export function StaffFrame({ t, children }: StaffFrameProps) {
  return (
    <>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="bar">
        <Logo label={t("page.home")} />
        <span class="quiet">{t("admin.nav")}</span>
      </header>
      <main id="main">{children}</main>
    </>
  );
}
