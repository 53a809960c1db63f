import { longDate, type Translate } from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { Page } from "../layout/Page.tsx";
import { Ring } from "../Ring.tsx";

export interface AgeRefusedPageProps {
  t: Translate;
  locale: string;
  /** Calendar day on which the marker in this browser ends. */
  until: string;
}

const HELPLINES = "https://childhelplineinternational.org/helplines/";

export function AgeRefusedPage({ t, locale, until }: AgeRefusedPageProps) {
  return (
    <Page t={t} title={t("refused.title")}>
      <div class="page narrow stack gap-5">
        <Ring state="muted" />
        <h1>{t("refused.title")}</h1>
        <p class="lead">{t("refused.lead")}</p>
        <KeptUntil t={t} locale={locale} until={until} />
        <section class="stack gap-3">
          <h2>{t("refused.help.title")}</h2>
          <p>{t("refused.help.text")}</p>
          <a class="btn" href={`mailto:${CONTACT}`}>
            {t("refused.help.action")}
          </a>
        </section>
        <section class="stack gap-2">
          <h2>{t("refused.worry.title")}</h2>
          <p>
            {t("refused.worry.text")}{" "}
            <a href={HELPLINES}>{t("refused.worry.link")}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}

function KeptUntil({ t, locale, until }: AgeRefusedPageProps) {
  return (
    <dl class="facts">
      <div>
        <dt>{t("refused.kept.yes")}</dt>
        <dd>{t("refused.kept.yesText")}</dd>
      </div>
      <div>
        <dt>{t("refused.kept.no")}</dt>
        <dd>{t("refused.kept.noText")}</dd>
      </div>
      <div>
        <dt>{t("refused.kept.until")}</dt>
        <dd>
          <time datetime={until}>{longDate(until, locale)}</time>
        </dd>
      </div>
    </dl>
  );
}
