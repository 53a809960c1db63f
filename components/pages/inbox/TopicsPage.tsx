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
  /** Where mail would go; null until an address is confirmed. */
  address: string | null;
  saved: boolean;
}

/** A yes to news is kept with the words of the consent page. */
const WORDS = {
  answers: "topics.answers",
  policies: "topics.policies",
  news: "choice.mail",
} as const;

/** What comes by mail: a box for each topic, as easy to clear as to tick. */
export function TopicsPage(props: TopicsPageProps) {
  const { t, address, saved } = props;
  return (
    <Page t={t} title={t("topics.title")}>
      <div class="page narrow stack gap-5">
        <h1>{t("topics.title")}</h1>
        {saved && (
          <p class="state ok" role="status">
            <Icon name="check" /> {t("topics.saved")}
          </p>
        )}
        <p>{t("topics.lead")}</p>
        {address === null
          ? <NoAddress t={t} />
          : <Topics {...props} address={address} />}
        <p class="small quiet">{t("topics.always")}</p>
        <p>
          <a href="/account/inbox">{t("topics.back")}</a>
        </p>
      </div>
    </Page>
  );
}

/** Mail is no choice yet: the inbox is where everything comes. */
function NoAddress({ t }: { t: Translate }) {
  return (
    <section class="note">
      <p>{t("topics.noAddress")}</p>
      <p>
        <a href="/account/contact">{t("account.contact.add")}</a>
      </p>
    </section>
  );
}

function Topics(
  { t, topics, address }: TopicsPageProps & { address: string },
) {
  return (
    <form method="post" action="/account/notices" class="stack gap-5">
      <fieldset class="field">
        <legend class="breaks">{t("topics.legend", { address })}</legend>
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
      <button class="btn go" type="submit">
        {t("topics.submit")} <Icon name="arrow" />
      </button>
    </form>
  );
}
