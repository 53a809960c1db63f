import type {
  ChangedSection,
  Choice,
  PolicyDocument,
} from "../../lib/consent/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";
import { Choices } from "./consent/Choices.tsx";
import { ShortText } from "./consent/ShortText.tsx";

type TextName = "rules" | "policy";

export interface ConsentPageProps {
  t: Translate;
  /** Where the form goes, with what is remembered of where they want to go. */
  action?: string;
  rules: PolicyDocument;
  policy: PolicyDocument;
  /** Boxes that were ticked, when the form comes back. */
  ticked?: Partial<Record<TextName | Choice, boolean>>;
  errors?: Partial<Record<TextName, string>>;
  /** Texts that have changed since this person agreed, and how. */
  again?: Partial<Record<TextName, readonly ChangedSection[]>>;
}

/** First time: two texts and the choices. Later: only what has changed. */
export function ConsentPage(props: ConsentPageProps) {
  const { t, action = "/consent", ticked = {}, errors = {}, again } = props;
  const names = (["rules", "policy"] as const)
    .filter((name) => !again || again[name]);
  const title = t(again ? "consent.again.title" : "consent.title");
  return (
    <Page t={t} title={title} step={again ? undefined : 2}>
      <form class="page narrow stack gap-6" method="post" action={action}>
        <div class="stack">
          <h1>{title}</h1>
          <p>{t(again ? "consent.again" : "consent.lead")}</p>
          <ErrorSummary t={t} errors={errors} />
        </div>
        <div class="stack gap-3">
          {names.map((name) => (
            <ShortText
              key={name}
              t={t}
              name={name}
              document={props[name]}
              changes={again?.[name]}
              ticked={ticked[name]}
              error={errors[name]}
              open={name === "rules"}
            />
          ))}
        </div>
        {!again && <Choices t={t} ticked={ticked} />}
        <div class="actions">
          <button class="btn go" type="submit">
            {t("consent.submit")} <Icon name="arrow" />
          </button>
          {again
            ? <a class="btn plain" href="/">{t("consent.later")}</a>
            : (
              <button
                class="btn plain"
                type="submit"
                formaction="/consent/refusal"
                formnovalidate
              >
                {t("consent.leave")}
              </button>
            )}
        </div>
      </form>
    </Page>
  );
}
