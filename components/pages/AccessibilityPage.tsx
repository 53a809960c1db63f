import type { MessageKey, Translate } from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { callKeys, KeyList } from "../KeyList.tsx";
import { Page } from "../layout/Page.tsx";
import { MailLink } from "../Prose.tsx";

type Line = Extract<MessageKey, `access.${string}`>;

const PAGES: readonly Line[] = [
  "access.pages.text",
  "access.pages.size",
  "access.pages.motion",
];
const CALLS: readonly Line[] = [
  "access.calls.keys",
  "access.calls.aloud",
  "access.calls.text",
];
const LIMITS: readonly Line[] = [
  "access.limits.captions",
  "access.limits.picture",
  "access.limits.script",
];

/** How far everyone can use Millo, and every key of the call. */
export function AccessibilityPage({ t }: { t: Translate }) {
  return (
    <Page t={t} title={t("access.title")}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <h1>{t("access.title")}</h1>
          <p class="lead">{t("access.lead")}</p>
        </header>
        <div class="prose">
          <h2 id="pages">{t("access.pages.title")}</h2>
          <Lines t={t} keys={PAGES} />
          <h2 id="calls">{t("access.calls.title")}</h2>
          <Lines t={t} keys={CALLS} />
          <h3 id="keys">{t("access.keys.title")}</h3>
          <KeyList keys={callKeys(t)} />
          <h2 id="limits">{t("access.limits.title")}</h2>
          <Lines t={t} keys={LIMITS} />
          <h2 id="proof">{t("access.proof.title")}</h2>
          <p>{t("access.proof.text")}</p>
          <h2 id="contact">{t("access.contact.title")}</h2>
          <p>
            {t("access.contact.text")} <MailLink address={CONTACT} />
          </p>
        </div>
      </div>
    </Page>
  );
}

function Lines({ t, keys }: { t: Translate; keys: readonly Line[] }) {
  return <ul>{keys.map((key) => <li key={key}>{t(key)}</li>)}</ul>;
}
