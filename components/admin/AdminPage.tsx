import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../lib/i18n/mod.ts";
import { UNTRANSLATED } from "../untranslated.ts";

export interface AdminPageProps {
  t: Translate;
  title: string;
  /** True where the title is somebody's name, which no language changes. */
  isName?: boolean;
  /** Beside the heading: numbers, states, and what can be done at once. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the back office: its head, and what stands below. */
export function AdminPage(
  { t, title, isName, head, children }: AdminPageProps,
) {
  return (
    <>
      <Head>
        <title>{t("admin.title", { page: title })}</title>
      </Head>
      <header class="head">
        <h1 {...isName ? UNTRANSLATED : {}}>{title}</h1>
        {head}
      </header>
      {children}
    </>
  );
}
