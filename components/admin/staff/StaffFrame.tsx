import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Logo } from "../../Logo.tsx";

export interface StaffFrameProps {
  t: Translate;
  title: string;
  lead?: string;
  /** What stands beside it where there is room, and below it where not. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of the pages where the staff come in. */
export function StaffFrame(
  { t, title, lead, aside, children }: StaffFrameProps,
) {
  return (
    <>
      <Head>
        <title>{t("admin.title", { page: title })}</title>
        <meta name="robots" content="noindex" />
      </Head>
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="bar">
        <Logo label={t("page.home")} />
        <span class="quiet">{t("admin.nav")}</span>
      </header>
      <main id="main">
        <div class="threshold">
          <div class="stack gap-4">
            <h1>{title}</h1>
            {lead && <p class="lead">{lead}</p>}
            {children}
          </div>
          {aside}
        </div>
      </main>
    </>
  );
}
