import type { Translate } from "../../../lib/i18n/mod.ts";
import type { OptionalTopic } from "../../../lib/notices/mod.ts";
import { Check } from "../../form/Check.tsx";
import { Icon } from "../../Icon.tsx";
import { Page } from "../../layout/Page.tsx";

/** A topic with a switch. */
export interface TopicView {
  name: OptionalTopic;
  basis: "consent" | "contract" | "legitimate-interest";
  wanted: boolean;
}

export interface TopicsPageProps {
  t: Translate;
  topics: TopicView[];
  saved: boolean;
}

/** A yes to news is kept with the words of the consent page. */
const WORDS = {
  answers: "topics.answers",
  policies: "topics.policies",
  news: "choice.mail",
} as const;

/** What comes by mail: a box for each topic, as easy to clear as to tick. */
export function TopicsPage({ t, topics, saved }: TopicsPageProps) {
  return (
    <Page t={t} title={t("topics.title")}>
      <form
        class="page narrow stack gap-5"
        method="post"
        action="/account/notices"
      >
        <h1>{t("topics.title")}</h1>
        {saved && (
          <p class="state ok" role="status">
            <Icon name="check" /> {t("topics.saved")}
          </p>
        )}
        <p>{t("topics.lead")}</p>
        <fieldset class="field">
          <legend>{t("topics.legend")}</legend>
          {topics.map(({ name, basis, wanted }) => (
            <Check
              key={name}
              name={name}
              value="on"
              checked={wanted}
              label={t(`${WORDS[name]}.label`)}
              hint={`${t(`${WORDS[name]}.hint`)} ${t(`topics.basis.${basis}`)}`}
            />
          ))}
        </fieldset>
        <p class="small quiet">{t("topics.always")}</p>
        <div class="actions">
          <button class="btn go" type="submit">
            {t("topics.submit")} <Icon name="arrow" />
          </button>
          <a class="btn plain" href="/account/inbox">{t("topics.back")}</a>
        </div>
      </form>
    </Page>
  );
}
