import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";

export interface AgeCheckPageProps {
  t: Translate;
  /** Where the form goes, with what is remembered of where they want to go. */
  action?: string;
  /** Where the provider asks; null while it cannot be reached. */
  url: string | null;
  /** False where this Millo has no provider at all. */
  possible: boolean;
}

/** The gate waits for somebody else's word; until then it is shut. */
export function AgeCheckPage(props: AgeCheckPageProps) {
  const { t, action = "/age/check", url, possible } = props;
  const state = url ? "ready" : possible ? "away" : "none";
  return (
    <Page t={t} title={t("check.title")} step={1}>
      <div class="page narrow stack gap-5">
        <h1>{t("check.title")}</h1>
        <p class="lead">{t(`check.${state}.lead`)}</p>
        {state !== "none" && (
          <div class="actions">
            {url && (
              <a class="btn go" href={url} rel="noreferrer">
                {t("check.go")} <Icon name="arrow" />
              </a>
            )}
            <form method="post" action={action}>
              <button class="btn" type="submit">{t("check.again")}</button>
            </form>
          </div>
        )}
        <p>{t("check.what")}</p>
      </div>
    </Page>
  );
}
