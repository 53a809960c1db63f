import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  OwnStandingView,
  StatementView,
} from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Prose } from "../../Prose.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AccountArea } from "../account/AccountArea.tsx";
import { Minute } from "../account/Day.tsx";
import { AppealPart } from "./AppealPart.tsx";

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

function titleOf(t: Translate, { out }: OwnStandingView): string {
  return out === null
    ? t("standing.title.good")
    : t(`standing.title.${out.kind}`);
}

function leadOf({ t, view }: StandingPageProps): string {
  const { out } = view;
  if (out === null) return t("standing.lead.good");
  return t(`standing.lead.${out.kind}`);
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
  const { rule, facts, until, provisionalUntil, state, number } = statement;
  return (
    <section class="stack gap-3">
      <h2>{t("standing.decision")}</h2>
      {state !== "in_force" && (
        <p class="note ok">{t(`standing.state.${state}`)}</p>
      )}
      {statement.lessenedTo && <p class="note ok">{t("standing.lessened")}</p>}
      <dl class="facts">
        <div>
          <dt>{t("standing.measure")}</dt>
          <dd>
            {statement.measures.map((one) => t(`standing.measure.${one}`))
              .join(", ")}
          </dd>
        </div>
        <div>
          <dt>{t("standing.began")}</dt>
          <dd>
            <Minute at={statement.at} locale={locale} />
          </dd>
        </div>
        {until !== null && (
          <div>
            <dt>{t("standing.ends")}</dt>
            <dd>
              <Minute at={until} locale={locale} />
            </dd>
          </div>
        )}
        {provisionalUntil !== null && (
          <div>
            <dt>{t("standing.provisional")}</dt>
            <dd>
              <Minute at={provisionalUntil} locale={locale} />
            </dd>
          </div>
        )}
        {rule && (
          <div>
            <dt>{t("standing.rule")}</dt>
            <dd>
              <a href={`/rules#${rule}`}>{t(`rule.${rule}`)}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("standing.facts")}</dt>
          <dd {...UNTRANSLATED}>{facts}</dd>
        </div>
        <div>
          <dt>{t("standing.evidence")}</dt>
          <dd>{evidenceText(t, statement)}</dd>
        </div>
        {statement.points > 0 && (
          <div>
            <dt>{t("standing.points")}</dt>
            <dd>{t("standing.pointsText", { points: statement.points })}</dd>
          </div>
        )}
        <div>
          <dt>{t("standing.by")}</dt>
          <dd>{t("standing.byText")}</dd>
        </div>
        <div>
          <dt>{t("standing.ground")}</dt>
          <dd>{t("standing.groundText")}</dd>
        </div>
        <div>
          <dt>{t("standing.number")}</dt>
          <dd>
            <code {...UNTRANSLATED}>{number}</code>
          </dd>
        </div>
      </dl>
      <p class="hint">
        <Prose text={t("standing.numberHint")} />
      </p>
    </section>
  );
}

function evidenceText(
  t: Translate,
  { reports, evidence }: StatementView,
): string {
  return [
    t("standing.evidence.reports", { count: reports }),
    evidence.stills > 0 &&
    t("standing.evidence.stills", { count: evidence.stills }),
    evidence.texts > 0 && t("standing.evidence.texts"),
  ].filter(Boolean).join(" ");
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
