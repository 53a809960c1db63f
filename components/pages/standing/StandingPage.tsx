import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  OwnStandingView,
  StatementView,
} from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Prose } from "../../Prose.tsx";
import { AccountArea } from "../account/AccountArea.tsx";
import { Minute } from "../account/Day.tsx";
import { AppealPart } from "./AppealPart.tsx";
import { StatementFacts } from "./StatementFacts.tsx";

export interface StandingPageProps {
  t: Translate;
  locale: string;
  view: OwnStandingView;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** What is in force about a person: measure, reasons, what works, appeal. */
export function StandingPage(props: StandingPageProps) {
  const { t, view, errors } = props;
  const { out, statement } = view;
  return (
    <AccountArea t={t} title={titleOf(t, view)} lead={leadOf(props)}>
      <ErrorSummary t={t} errors={errors} />
      <div class="split aside">
        <div class="stack gap-5">
          {view.checkUntil !== null && <Check {...props} />}
          {statement && <Statement {...props} statement={statement} />}
          {view.others.length > 0 && <Others {...props} />}
        </div>
        <div class="stack gap-5">
          {statement && <Appeal {...props} statement={statement} />}
          {out && <Works t={t} />}
        </div>
      </div>
    </AccountArea>
  );
}

function titleOf(t: Translate, view: OwnStandingView): string {
  return t(`standing.title.${standingIn(view)}`);
}

/** What to say first: what keeps them out, or from reporting, or nothing. */
function standingIn({ out, mayReport }: OwnStandingView) {
  return out?.kind ?? (mayReport ? "good" : "reporting_bar");
}

function leadOf({ t, view }: StandingPageProps): string {
  return t(`standing.lead.${standingIn(view)}`);
}

/** The way back that somebody held for their age was offered. */
function Check({ t, locale, view }: StandingPageProps) {
  return (
    <section class="stack gap-3">
      <h2>{t("flag.asked.title")}</h2>
      <p>
        {t("flag.asked.lead")} {t("flag.asked.until")}{" "}
        <Minute at={view.checkUntil!} locale={locale} />
      </p>
      <p>
        <a class="btn go" href="/account/standing/check">
          {t("flag.check.begin")}
        </a>
      </p>
    </section>
  );
}

function Appeal(
  { statement, ...props }: StandingPageProps & { statement: StatementView },
) {
  const { id } = statement;
  return (
    <AppealPart
      {...props}
      decision={statement}
      by="person"
      to={{
        appeal: "/account/standing/appeal",
        reply: `/account/standing/reply?decision=${id}`,
      }}
      proof={{ name: "decision", value: id }}
    />
  );
}

function Statement(
  { t, locale, statement }: StandingPageProps & { statement: StatementView },
) {
  const { state } = statement;
  return (
    <section class="stack gap-3">
      <h2>{t("standing.decision")}</h2>
      {state !== "in_force" && (
        <p class="note ok">{t(`standing.state.${state}`)}</p>
      )}
      {statement.lessenedTo && <p class="note ok">{t("standing.lessened")}</p>}
      <StatementFacts t={t} locale={locale} statement={statement} />
      <p class="hint">
        <Prose text={t("standing.numberHint")} />
      </p>
    </section>
  );
}

function Others({ t, locale, view }: StandingPageProps) {
  return (
    <section>
      <h2>{t("standing.others")}</h2>
      <ul class="ledger" role="list">
        {view.others.map(({ id, at, measures }, n) => (
          <li key={n}>
            <a href={`/account/standing?decision=${id}`}>
              {measures.map((one) => t(`standing.measure.${one}`)).join(", ")}
            </a>
            <Minute at={at} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a person keeps, whatever was decided. */
function Works({ t }: { t: Translate }) {
  return (
    <section class="stack gap-2">
      <h2>{t("standing.works")}</h2>
      <ul role="list" class="ledger">
        <li>
          <a href="/account/inbox">{t("standing.works.inbox")}</a>
        </li>
        <li>
          <a href="/account/data">{t("standing.works.data")}</a>
        </li>
        <li>
          <a href="/account">{t("standing.works.account")}</a>
        </li>
        <li>
          <a href="/account/data/erasure">{t("standing.works.erase")}</a>
        </li>
      </ul>
    </section>
  );
}
