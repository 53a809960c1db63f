import type { Translate } from "../../../lib/i18n/mod.ts";
import type { AgeRequest, StatementView } from "../../../lib/safety/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Minute } from "../account/Day.tsx";
import { CheckSteps, type CheckStepsProps } from "./CheckSteps.tsx";

export interface FlagPageProps {
  t: Translate;
  locale: string;
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

function Over({ t, check }: FlagPageProps) {
  return check?.state === "passed" && !check.isSpent
    ? (
      <form method="post" action="/age/flag">
        <button class="btn go" type="submit">{t("flag.over.enter")}</button>
      </form>
    )
    : (
      <p>
        <a class="btn go" href="/age">{t("flag.over.enter")}</a>
      </p>
    );
}

function Objection({ t, locale, statement, check, step }: FlagPageProps) {
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
              action="/age/flag"
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
  const { at, facts, number } = statement;
  return (
    <section class="stack gap-3">
      <h2>{t("standing.decision")}</h2>
      <dl class="facts">
        <div>
          <dt>{t("standing.measure")}</dt>
          <dd>{t("standing.measure.under_18")}</dd>
        </div>
        <div>
          <dt>{t("standing.began")}</dt>
          <dd>
            <Minute at={at} locale={locale} />
          </dd>
        </div>
        <div>
          <dt>{t("standing.rule")}</dt>
          <dd>
            <a href="/rules#adults">{t("rule.adults")}</a>
          </dd>
        </div>
        {facts !== null && (
          <div>
            <dt>{t("standing.facts")}</dt>
            <dd {...UNTRANSLATED}>{facts}</dd>
          </div>
        )}
        <div>
          <dt>{t("standing.by")}</dt>
          <dd>{t("standing.byText")}</dd>
        </div>
        <div>
          <dt>{t("standing.number")}</dt>
          <dd>
            <code {...UNTRANSLATED}>{number}</code>
          </dd>
        </div>
      </dl>
      <p class="hint">{t("flag.number")}</p>
    </section>
  );
}
