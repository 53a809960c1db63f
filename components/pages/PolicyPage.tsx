import type { VersionLink } from "../../lib/privacy/mod.ts";
import type { ChangedSection, PolicyDocument } from "../../lib/consent/mod.ts";
import { longDate, type Translate } from "../../lib/i18n/mod.ts";
import { Page } from "../layout/Page.tsx";
import { Changes } from "./policy/Changes.tsx";
import { Contents } from "./policy/Contents.tsx";
import { Text } from "./policy/Text.tsx";
import { Versions } from "./policy/Versions.tsx";

export interface PolicyPageProps {
  t: Translate;
  locale: string;
  document: PolicyDocument;
  /** All versions, newest first. */
  versions?: readonly VersionLink[];
  /** The version that this one is compared with, and what differs. */
  since?: { version: number; sections: readonly ChangedSection[] } | null;
}

/** A versioned text: the privacy policy, the house rules. */
export function PolicyPage(props: PolicyPageProps) {
  const { t, locale, document, versions = [], since } = props;
  const { title, version, inForceSince } = document;
  const date = longDate(inForceSince, locale);
  const old = versions.some((one) => one.version === version && !one.current);
  return (
    <Page t={t} title={title}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <p class="kicker">
            {t(old ? "policy.old" : "policy.inForce", { version, date })}
          </p>
          <h1 lang="en">{title}</h1>
          <Versions
            t={t}
            slug={document.slug}
            version={version}
            versions={versions}
            since={since?.version}
          />
        </header>
        <div class="split">
          <Contents t={t} document={document} changes={since?.sections} />
          {since
            ? <Changes t={t} sections={since.sections} anchors />
            : <Text t={t} document={document} />}
        </div>
      </div>
    </Page>
  );
}
