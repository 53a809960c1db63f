import type { Translate } from "../../../lib/i18n/mod.ts";
import type { AgeRequest, StatementView } from "../../../lib/safety/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { Minute } from "../account/Day.tsx";
import { CheckSteps, type CheckStepsProps } from "./CheckSteps.tsx";
import { StatementFacts } from "./StatementFacts.tsx";

export interface FlagPageProps {
  t: Translate;
  locale: string;
  /** Where its forms go. */
  action: string;
  /** The number that goes with them; left out in the browser that was used. */
  number?: string;
  statement: StatementView;
  /** The check that objects to it; null for none yet. */
  check:
    | { state: AgeRequest["state"]; url: string | null; isSpent: boolean }
    | null;
  step: CheckStepsProps["state"];
}

/**
 * What somebody reads whose account was erased for their age: why, what was
 * found, and how an age check lets them in again.
 */
export function FlagPage(props: FlagPageProps) {
  const { t, statement } = props;
  const isOver = statement.state !== "in_force";
  const title = t(isOver ? "flag.over.title" : "flag.title");
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-5">
        <h1>{title}</h1>
        <p class="lead">{t(isOver ? "flag.over.lead" : "flag.lead")}</p>
        {isOver ? <Over {...props} /> : <Objection {...props} />}
        <Facts {...props} />
      </div>
    </Page>
  );
}

function Over({ t, check, action, number }: FlagPageProps) {
  return check?.state === "passed" && !check.isSpent
    ? (
      <form method="post" action={action}>
        {number && <input type="hidden" name="number" value={number} />}
        <button class="btn go" type="submit">{t("flag.over.enter")}</button>
      </form>
    )
    : (
      <p>
        <a class="btn go" href="/age">{t("flag.over.enter")}</a>
      </p>
    );
}

function Objection(props: FlagPageProps) {
  const { t, locale, action, number, statement, check, step } = props;
  const mayCheck = check?.state !== "failed";
  return (
    <section class="stack gap-3">
      <h2>{t("flag.wrong")}</h2>
      {mayCheck
        ? (
          <>
            <p>
              {t("standing.appeal.until")}{" "}
              <Minute at={statement.appealableUntil} locale={locale} />.{" "}
              {t("flag.wrongText")}
            </p>
            <CheckSteps
              t={t}
              {...{ action, number }}
              url={check?.state === "awaited" ? check.url : null}
              state={step}
            />
          </>
        )
        : <p>{t("flag.failed")}</p>}
      <p class="hint">{t("standing.appeal.court")}</p>
    </section>
  );
}

function Facts({ t, locale, statement }: FlagPageProps) {
  return (
    <section class="stack gap-3">
      <h2>{t("standing.decision")}</h2>
      <StatementFacts {...{ t, locale, statement }} />
      <p class="hint">{t("flag.number")}</p>
    </section>
  );
}
