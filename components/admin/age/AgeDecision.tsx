import { TextArea } from "../../form/TextArea.tsx";
import { Icon } from "../../Icon.tsx";
import { ProofFirst } from "../ProofFirst.tsx";
import type { AgeFlagPageProps } from "./AgeFlagPage.tsx";

/** What can be decided about an age flag, with the key for it. */
const OUTCOMES = [
  { outcome: "under_18", key: "1" },
  { outcome: "check", key: "2" },
  { outcome: "adult", key: "3" },
] as const;

export type AgeDecisionProps = AgeFlagPageProps & { path: string };

/** The decision about an age flag, and what each outcome does. */
export function AgeDecision(props: AgeDecisionProps) {
  const { t, view, path, typed, errors } = props;
  return (
    <>
      <form
        method="post"
        action={`${path}/decision`}
        class="stack gap-3"
        id="decision"
        aria-label={t("admin.case.decision")}
      >
        {view.state.open.map(({ report }) => (
          <input key={report} type="hidden" name="reports" value={report} />
        ))}
        <Outcomes {...props} />
        <TextArea
          id="facts"
          label={t("admin.age.facts")}
          hint={t("admin.age.factsHint")}
          rows={3}
          text={typed?.facts}
          error={errors.facts}
        />
        <Effects {...props} />
        <p>
          <button
            class="btn go"
            type="submit"
            aria-keyshortcuts="Control+Enter"
          >
            {t("admin.age.decide")} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </button>
        </p>
        <p class="small quiet">{t("admin.age.noUndo")}</p>
      </form>
      {errors.proof && <ProofFirst t={t} form="decision" place={path} />}
    </>
  );
}

function Outcomes({ t, typed, errors, check, mayCheck }: AgeDecisionProps) {
  // What a check has said is for a person to press.
  const chosen = typed?.outcome ??
    (check?.state === "failed" ? "under_18" : null);
  return (
    <fieldset id="outcome" class="stack gap-2">
      <legend>
        <h2>{t("admin.case.decision")}</h2>
      </legend>
      {errors.outcome && <p class="wrong">{errors.outcome}</p>}
      <div class="ladder">
        {OUTCOMES.map(({ outcome, key }) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              value={outcome}
              required
              checked={outcome === chosen}
              disabled={outcome === "check" && !mayCheck}
              aria-keyshortcuts={key}
            />
            <span>{t(`admin.age.outcome.${outcome}`)}</span>
            <span />
            <kbd aria-hidden="true">{key}</kbd>
          </label>
        ))}
      </div>
      {!mayCheck && <p class="small quiet">{t("admin.age.noProvider")}</p>}
    </fieldset>
  );
}

function Effects({ t, person }: AgeDecisionProps) {
  return (
    <section aria-labelledby="does">
      <h2 id="does">{t("admin.age.does")}</h2>
      <ul role="list" class="effects">
        <li>
          <Icon name="cross" />
          <span>
            {t("admin.age.does.erase", { records: person?.records ?? 0 })}
          </span>
        </li>
        <li>
          <Icon name="lock" />
          <span>{t("admin.age.does.marker")}</span>
        </li>
        <li>
          <Icon name="send" />
          <span>{t("admin.age.does.told")}</span>
        </li>
      </ul>
      <details>
        <summary>
          <Icon name="chevron" /> {t("admin.age.reads")}
        </summary>
        <p class="small">{t("flag.lead")}</p>
      </details>
      <ul role="list" class="effects">
        <li>
          <Icon name="hourglass" />
          <span>{t("admin.age.does.check")}</span>
        </li>
        <li>
          <Icon name="check" />
          <span>{t("admin.age.does.adult")}</span>
        </li>
      </ul>
    </section>
  );
}
