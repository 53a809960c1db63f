import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountArea } from "../account/AccountArea.tsx";
import { Minute } from "../account/Day.tsx";
import { CheckSteps, type CheckStepsProps } from "./CheckSteps.tsx";

export interface OwnCheckPageProps {
  t: Translate;
  locale: string;
  until: number;
  url: string | null;
  state: CheckStepsProps["state"];
}

/** The age check that a held person is asked for. */
export function OwnCheckPage(props: OwnCheckPageProps) {
  const { t, locale, until, url, state } = props;
  return (
    <AccountArea
      t={t}
      title={t("flag.asked.title")}
      lead={t("flag.asked.lead")}
    >
      <div class="stack gap-4">
        <p>
          {t("flag.asked.until")} <Minute at={until} locale={locale} />
        </p>
        <CheckSteps
          t={t}
          action="/account/standing/check"
          url={url}
          state={state}
        />
        <p>
          <a href="/account/standing">{t("flag.asked.standing")}</a>
        </p>
      </div>
    </AccountArea>
  );
}
