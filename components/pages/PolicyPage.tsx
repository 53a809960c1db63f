import type { PolicyDocument } from "../../lib/consent/mod.ts";
import { longDate, type Translate } from "../../lib/i18n/mod.ts";
import { Page } from "../layout/Page.tsx";
import { Contents } from "./policy/Contents.tsx";
import { Text } from "./policy/Text.tsx";

export interface PolicyPageProps {
  t: Translate;
  locale: string;
  document: PolicyDocument;
}

/** A versioned text: the privacy policy, the house rules. */
export function PolicyPage({ t, locale, document }: PolicyPageProps) {
  const { title, version, inForceSince } = document;
  return (
    <Page t={t} title={title}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <p class="kicker">
            {t("policy.inForce", {
              version,
              date: longDate(inForceSince, locale),
            })}
          </p>
          <h1>{title}</h1>
        </header>
        <div class="split">
          <Contents t={t} document={document} />
          <Text t={t} document={document} />
        </div>
      </div>
    </Page>
  );
}
