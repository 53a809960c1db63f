import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Appealable } from "../../../lib/safety/mod.ts";
import { TextArea } from "../../form/TextArea.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Minute } from "../account/Day.tsx";

const CLAIMS = ["not_me", "not_so", "not_broken", "too_long"] as const;

export interface AppealPartProps {
  t: Translate;
  locale: string;
  /** The decision that can be appealed, or was. */
  decision: Appealable;
  by: "person" | "reporter";
  /** Where its forms go. */
  to: { appeal: string; reply: string };
  /** What shows that the decision is this person's, with every form. */
  proof: { name: string; value: string };
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** The appeal against a decision: its form, or where it stands. */
export function AppealPart(props: AppealPartProps) {
  const { t, locale, decision } = props;
  if (decision.appeal) return <Filed {...props} />;
  if (decision.mayAppeal) return <AppealForm {...props} />;
  if (decision.state !== "in_force") return null;
  return (
    <section class="stack gap-2">
      <h2>{t("standing.appeal.over")}</h2>
      <p>
        {t("standing.appeal.overText")}{" "}
        <Minute at={decision.appealableUntil} locale={locale} />
      </p>
      <p class="hint">{t("standing.appeal.court")}</p>
    </section>
  );
}

function AppealForm(props: AppealPartProps) {
  const { t, locale, decision, by, values, errors } = props;
  const isPerson = by === "person";
  return (
    <form
      method="post"
      action={props.to.appeal}
      class="stack gap-3"
      id="appeal"
    >
      <h2>{t("standing.appeal.title")}</h2>
      <p>
        {t("standing.appeal.until")}{" "}
        <Minute at={decision.appealableUntil} locale={locale} />.{" "}
        {t(isPerson ? "standing.appeal.text" : "report.appeal.text")}
      </p>
      <Proof {...props} />
      {isPerson && (
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
      )}
      <TextArea
        id="words"
        label={t(isPerson ? "standing.appeal.words" : "report.appeal.words")}
        hint={t(
          isPerson ? "standing.appeal.wordsHint" : "report.appeal.wordsHint",
        )}
        rows={4}
        required={!isPerson}
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
  const { t, locale } = props;
  const appeal = props.decision.appeal!;
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

function ReplyForm(props: AppealPartProps) {
  const { t, decision, values, errors } = props;
  return (
    <form method="post" action={props.to.reply} class="stack gap-3">
      <p {...UNTRANSLATED}>
        <strong>{decision.appeal?.question}</strong>
      </p>
      <Proof {...props} />
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

function Proof({ proof }: AppealPartProps) {
  return <input type="hidden" name={proof.name} value={proof.value} />;
}
