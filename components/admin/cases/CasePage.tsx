import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  CaseView,
  Measure,
  RuleId,
  SavedReplies,
} from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { CaseEvidence, type CaseParts } from "./CaseEvidence.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { heldBy, OwnClaim, TakeCase } from "./Claims.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import type { PreviewInWords } from "./DecisionPreviewPart.tsx";
import { Due } from "./Due.tsx";
import { caseTitle, TONES } from "./words.ts";

/** What was typed into the form of a decision. */
export interface TypedDecision {
  step: Measure | null;
  also: readonly Measure[];
  rule: RuleId | null;
  facts: string;
  reason: string;
  abusive: readonly string[];
  abuseRule: RuleId | null;
  abuseFacts: string;
}

export interface CasePageProps {
  t: Translate;
  locale: string;
  now: number;
  view: CaseView;
  names: ReadonlyMap<string, string>;
  me: string;
  may: { decide: boolean; open: boolean; ban: boolean };
  /** What was typed, when the form comes back. */
  typed: TypedDecision | null;
  errors: Readonly<Record<string, string>>;
  /** What the second person pressed, when that form comes back. */
  agrees?: "0" | "1";
  /** What would come of it, when it was asked for. */
  preview: PreviewInWords | null;
  /** A decision of this person that can still be taken back. */
  undoable: string | null;
  /** How stills are shown to this reader, and how often they looked. */
  looking?: CaseParts["looking"];
  /** Words to choose from; null for whoever has none. */
  replies?: SavedReplies | null;
}

/** A case: the whole picture on one page, and the decision beside it. */
export function CasePage(props: CasePageProps) {
  const { t, now, view, names, errors, typed } = props;
  const { value, claim } = view;
  const path = `/admin/cases/${value.number}`;
  const isMine = claim?.staff === props.me;
  return (
    <AdminPage
      t={t}
      title={caseTitle(t, value)}
      head={
        <>
          <code {...UNTRANSLATED}>{value.number}</code>
          <span class={`harm ${TONES[value.severity]}`}>
            {t(`admin.severity.${value.severity}`)}
          </span>
          <Due t={t} at={value.dueAt} now={now} />
          <span class="score">
            {t("admin.case.score", { score: value.score })}
          </span>
          <Claimed {...props} path={path} />
        </>
      }
    >
      <ErrorSummary t={t} errors={errors} />
      <div class="bench" {...heldBy(props)}>
        <div class="pane">
          <CaseEvidence {...props} />
          <CaseFacts {...props} />
        </div>
        <div class="pane stack gap-3">
          <Undo {...props} />
          {isMine || view.state.second !== null
            ? <DecisionForm {...props} />
            : (
              <TakeCase
                {...{ t, claim, names, path }}
                keeps={typed !== null}
              />
            )}
          {!isMine && typed && view.state.second === null && (
            <DecisionForm {...props} />
          )}
        </div>
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Claimed(
  { t, now, view, names, me, path }: CasePageProps & { path: string },
) {
  const { claim } = view;
  if (!claim) return null;
  if (claim.staff === me) return <OwnClaim {...{ t, claim, now, path }} />;
  return (
    <span class="push state warn">
      {t("admin.case.takenBy", { name: names.get(claim.staff) ?? "" })}
    </span>
  );
}

function Undo({ t, view, undoable }: CasePageProps) {
  if (undoable === null) return null;
  return (
    <form method="post" action={`/admin/cases/${view.value.number}/undo`}>
      <input type="hidden" name="decision" value={undoable} />
      <p class="quiet">{t("admin.case.undoText")}</p>
      <button class="btn" type="submit" aria-keyshortcuts="Z">
        {t("admin.case.undo")} <kbd aria-hidden="true">Z</kbd>
      </button>
    </form>
  );
}
