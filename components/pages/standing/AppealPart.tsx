import type { StatementView } from "../../../lib/safety/mod.ts";
import { TextArea } from "../../form/TextArea.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Minute } from "../account/Day.tsx";
import type { StandingPageProps } from "./StandingPage.tsx";

const CLAIMS = ["not_me", "not_so", "not_broken", "too_long"] as const;

export type AppealPartProps = StandingPageProps & { statement: StatementView };

/** The appeal against a decision: its form, or where it stands. */
export function AppealPart(props: AppealPartProps) {
  const { t, locale, statement } = props;
  if (statement.appeal) return <Filed {...props} />;
  if (statement.mayAppeal) return <AppealForm {...props} />;
  if (statement.state !== "in_force") return null;
  return (
    <section class="stack gap-2">
      <h2>{t("standing.appeal.over")}</h2>
      <p>
        {t("standing.appeal.overText")}{" "}
        <Minute at={statement.appealableUntil} locale={locale} />
      </p>
      <p class="hint">{t("standing.appeal.court")}</p>
    </section>
  );
}

function AppealForm({ t, locale, statement, values, errors }: AppealPartProps) {
  return (
    <form
      method="post"
      action="/account/standing/appeal"
      class="stack gap-3"
      id="appeal"
    >
      <h2>{t("standing.appeal.title")}</h2>
      <p>
        {t("standing.appeal.until")}{" "}
        <Minute at={statement.appealableUntil} locale={locale} />.{" "}
        {t("standing.appeal.text")}
      </p>
      <input type="hidden" name="decision" value={statement.id} />
      <fieldset>
        <legend class="label">{t("standing.appeal.claim")}</legend>
        {CLAIMS.map((claim) => (
          <label key={claim} class="check">
            <input
              type="radio"
              name="claim"
              value={claim}
              checked={values.claim === claim}
            />
            <span>{t(`standing.claim.${claim}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        id="words"
        label={t("standing.appeal.words")}
        hint={t("standing.appeal.wordsHint")}
        rows={4}
        text={values.words}
        error={errors.words}
      />
      <p>
        <button class="btn go" type="submit">{t("standing.appeal.act")}</button>
      </p>
      <p class="hint">{t("standing.appeal.court")}</p>
    </form>
  );
}

function Filed(props: AppealPartProps) {
  const { t, locale, statement } = props;
  const appeal = statement.appeal!;
  return (
    <section class="stack gap-3">
      <h2>
        {t(`standing.appeal.state.${appeal.outcome ?? appeal.state}`)}
      </h2>
      <p>
        {t("standing.appeal.sent")} <Minute at={appeal.at} locale={locale} />
        {appeal.decidedAt === null && (
          <>
            {". "}
            {t("standing.appeal.by")}{" "}
            <Minute at={appeal.dueAt} locale={locale} />
          </>
        )}
      </p>
      {appeal.words && <blockquote {...UNTRANSLATED}>{appeal.words}
      </blockquote>}
      {appeal.answer && (
        <div class="note calm">
          <p {...UNTRANSLATED}>{appeal.answer}</p>
        </div>
      )}
      {appeal.state === "asked" && <ReplyForm {...props} />}
      {appeal.decidedAt !== null && (
        <p class="hint">{t("standing.appeal.court")}</p>
      )}
    </section>
  );
}

function ReplyForm({ t, statement, values, errors }: AppealPartProps) {
  return (
    <form
      method="post"
      action={`/account/standing/reply?decision=${statement.id}`}
      class="stack gap-3"
    >
      <p {...UNTRANSLATED}>
        <strong>{statement.appeal?.question}</strong>
      </p>
      <TextArea
        id="words"
        label={t("standing.reply.words")}
        rows={3}
        required
        text={values.words}
        error={errors.words}
      />
      <p>
        <button class="btn go" type="submit">{t("standing.reply.act")}</button>
      </p>
      <p class="hint">{t("standing.reply.hint")}</p>
    </form>
  );
}
