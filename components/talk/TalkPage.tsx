import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";

export interface TalkPageProps {
  t: Translate;
  /** The island of the call. */
  children: ComponentChildren;
}

/** What stands around the island and is there before any script. */
export function TalkPage({ t, children }: TalkPageProps) {
  return (
    <>
      <Head>
        <title>{t("app.title", { page: t("talk.title") })}</title>
      </Head>
      <a class="skip" href="#next">{t("talk.skip")}</a>
      <noscript>
        <section class="note warn">
          <Icon name="alert" />
          <p>{t("talk.script")}</p>
        </section>
      </noscript>
      {children}
    </>
  );
}
