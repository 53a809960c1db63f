import { Icon } from "../../Icon.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Measure, RuleId, Suggestion } from "../../../lib/safety/mod.ts";
import { Select } from "../../form/Select.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { ProofFirst } from "../ProofFirst.tsx";
import { AbusiveReports } from "./AbusiveReports.tsx";
import type { CasePageProps } from "./CasePage.tsx";
import { DecisionPreviewPart } from "./DecisionPreviewPart.tsx";
import { termText } from "./words.ts";

/** The ladder as it is drawn: what it is, and the key for it. */
const STEPS: readonly { measure: Measure; key: string }[] = [
  { measure: "dismiss", key: "0" },
  { measure: "warn", key: "1" },
  { measure: "day_1", key: "2" },
  { measure: "days_7", key: "3" },
  { measure: "days_30", key: "4" },
  { measure: "ban", key: "5" },
];

const REMOVALS = ["remove_name", "remove_picture"] as const;
const RULES: readonly RuleId[] = ["adults", "owe", "harm", "record", "sell"];

/** The decision about a case, or the second person's answer to a ban. */
export function DecisionForm(props: CasePageProps) {
  const { view } = props;
  if (view.state.open.length === 0) {
    return view.state.second === null ? null : <Second {...props} />;
  }
  return <Decide {...props} />;
}

function Decide(props: CasePageProps) {
  const { t, locale, view, me, may, typed, errors, preview } = props;
  const { number } = view.value;
  const isMine = view.claim?.staff === me;
  const chosen = typed?.step ?? view.suggestion?.step ?? null;
  return (
    <>
      <form
        method="post"
        action={`/admin/cases/${number}/decision`}
        class="stack gap-3"
        id="decision"
        aria-label={t("admin.case.decision")}
      >
        {view.state.open.map(({ report }) => (
          <input key={report} type="hidden" name="reports" value={report} />
        ))}
        <Ladder {...props} chosen={chosen} />
        {view.suggestion && <Why t={t} suggestion={view.suggestion} />}
        <Select
          id="rule"
          label={t("admin.case.rule")}
          empty={t("admin.case.ruleEmpty")}
          options={ruleOptions(t)}
          chosen={typed?.rule ?? ruleIn(view.suggestion)}
          error={errors.rule}
        />
        <SavedReplyChoice {...props} />
        <TextArea
          id="facts"
          label={t("admin.case.facts")}
          hint={t("admin.case.factsHint")}
          rows={3}
          text={typed?.facts}
          error={errors.facts}
        />
        <TextArea
          id="why"
          name="reason"
          label={t("admin.case.why")}
          rows={2}
          text={typed?.reason}
        />
        <AbusiveReports {...props} rules={ruleOptions(t)} />
        {preview && (
          <DecisionPreviewPart t={t} locale={locale} preview={preview} />
        )}
        {may.decide && isMine && (
          <div class="actions">
            <button
              class="btn go"
              type="submit"
              aria-keyshortcuts="Control+Enter"
            >
              {t("admin.case.decide")} <kbd aria-hidden="true">Ctrl ↵</kbd>
            </button>
            <button
              class="btn"
              type="submit"
              name="preview"
              value="1"
              formaction={`/admin/cases/${number}/decision#preview`}
            >
              {t("admin.case.preview")}
            </button>
          </div>
        )}
      </form>
      {errors.proof && (
        <ProofFirst
          t={t}
          form="decision"
          place={`/admin/cases/${number}`}
        />
      )}
      {isMine && <PassOn t={t} number={number} />}
    </>
  );
}

/** A saved reply comes into the words by a press, with or without a script. */
function SavedReplyChoice({ t, view, replies }: CasePageProps) {
  if (!replies) return null;
  const all = [...replies.house, ...replies.own];
  return (
    <div class="stack gap-2">
      {all.length > 0 && (
        <div class="actions low">
          <Select
            id="reply"
            label={t("admin.case.reply")}
            empty={t("admin.case.replyEmpty")}
            options={all.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <button
            class="btn"
            type="submit"
            name="use"
            value="1"
            formaction={`/admin/cases/${view.value.number}/decision#facts`}
          >
            {t("admin.case.replyUse")}
          </button>
        </div>
      )}
      <p class="hint">
        <a href="/admin/replies">{t("admin.replies")}</a>
      </p>
    </div>
  );
}

function ruleOptions(t: Translate) {
  return RULES.map((value) => ({ value, label: t(`rule.${value}`) }));
}

function ruleIn(suggestion: Suggestion | null): RuleId | undefined {
  const term = suggestion?.terms.find(({ what }) => what === "rule");
  return term?.what === "rule" ? term.rule : undefined;
}

function Ladder(
  { t, view, typed, errors, chosen }: CasePageProps & {
    chosen: Measure | null;
  },
) {
  return (
    <fieldset id="step">
      <legend>
        <h2>{t("admin.case.decision")}</h2>
      </legend>
      {errors.step && <p class="wrong">{errors.step}</p>}
      <div class="ladder">
        {STEPS.map(({ measure, key }) => (
          <label key={measure}>
            <input
              type="radio"
              name="step"
              value={measure}
              checked={measure === chosen}
              aria-keyshortcuts={key}
            />
            <span>
              {t(`admin.measure.${measure}`)}
              {measure === view.suggestion?.step && (
                <span class="state ok">{` ${t("admin.case.suggested")}`}</span>
              )}
            </span>
            <span />
            <kbd aria-hidden="true">{key}</kbd>
          </label>
        ))}
        <label>
          <input
            type="radio"
            name="step"
            value="invalid"
            checked={chosen === "invalid"}
          />
          <span>{t("admin.measure.invalid")}</span>
        </label>
      </div>
      <Removals t={t} view={view} typed={typed} />
    </fieldset>
  );
}

/** What may come with a step, where the account has something to take. */
function Removals(
  { t, view, typed }: Pick<CasePageProps, "t" | "view" | "typed">,
) {
  const { name, picture } = view.facts.profile;
  const offered = REMOVALS.filter((removal) =>
    removal === "remove_name" ? name : picture
  );
  return (
    <>
      {offered.map((removal) => (
        <label key={removal} class="check">
          <input
            type="checkbox"
            name="also"
            value={removal}
            checked={typed?.also.includes(removal)}
          />
          <span>{t(`admin.measure.${removal}`)}</span>
        </label>
      ))}
      {offered.length > 0 && <p class="hint">{t("admin.case.removalHint")}</p>}
    </>
  );
}

function Why(
  { t, suggestion }: { t: Translate; suggestion: Suggestion },
) {
  return (
    <details open>
      <summary>
        <Icon name="chevron" />{" "}
        {t("admin.case.points", { points: suggestion.points })}
      </summary>
      <table class="table sum">
        <caption class="visually-hidden">{t("admin.case.arithmetic")}</caption>
        <tbody>
          {suggestion.terms.map((term, n) => (
            <tr key={n}>
              <td class={term.points === 0 ? "void" : undefined}>
                {termText(t, term)}
              </td>
              <td>{term.points}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t("admin.case.sum")}</td>
            <td>{suggestion.points}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

/**
 * Ways to let go of a case. They send what was typed along, so that it is not
 * lost where the case is somebody else's meanwhile.
 */
function PassOn({ t, number }: { t: Translate; number: string }) {
  const act = {
    class: "btn",
    type: "submit",
    name: "way",
    form: "decision",
    formaction: `/admin/cases/${number}/pass`,
    formnovalidate: true,
  } as const;
  return (
    <div class="actions">
      <button {...act} value="later" aria-keyshortcuts="S">
        {t("admin.case.later")} <kbd aria-hidden="true">S</kbd>
      </button>
      <button {...act} value="second" aria-keyshortcuts="E">
        {t("admin.case.askSecond")} <kbd aria-hidden="true">E</kbd>
      </button>
      <button {...act} value="escalate">{t("admin.case.escalate")}</button>
    </div>
  );
}

function Second({ t, view, may, me, errors, agrees }: CasePageProps) {
  const { second } = view.state;
  const { number } = view.value;
  if (second?.by === me) {
    return <p class="note calm">{t("admin.case.secondOwn")}</p>;
  }
  return (
    <section class="stack gap-3">
      <h2>{t("admin.case.secondTitle")}</h2>
      <p>{t("admin.case.secondText")}</p>
      {may.ban && (
        <form
          class="actions"
          method="post"
          id="decision"
          action={`/admin/cases/${number}/second`}
        >
          <input type="hidden" name="decision" value={second?.decision} />
          <button class="btn danger" type="submit" name="agrees" value="1">
            {t("admin.case.secondYes")}
          </button>
          <button class="btn" type="submit" name="agrees" value="0">
            {t("admin.case.secondNo")}
          </button>
        </form>
      )}
      {errors.proof && (
        <ProofFirst
          t={t}
          form="decision"
          place={`/admin/cases/${number}`}
          press={agrees && { name: "agrees", value: agrees }}
        />
      )}
    </section>
  );
}
