import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../../lib/i18n/mod.ts";

export interface StaffEntryPageProps {
  t: Translate;
  title: string;
  lead?: string;
  /** What stands beside it where there is room, and below it where not. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A page where the staff come in: its heading, and what stands below. */
export function StaffEntryPage(
  { t, title, lead, aside, children }: StaffEntryPageProps,
) {
  return (
    <>
      <Head>
        <title>{t("admin.title", { page: title })}</title>
      </Head>
      <div class="threshold">
        <div class="stack gap-4">
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
          {children}
        </div>
        {aside}
      </div>
    </>
  );
}
