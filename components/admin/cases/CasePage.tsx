import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { CaseView, Measure, RuleId } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { CaseEvidence } from "./CaseEvidence.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { Due } from "./Due.tsx";
import { TONES } from "./words.ts";

export interface CasePageProps {
  t: Translate;
  locale: string;
  now: number;
  view: CaseView;
  names: ReadonlyMap<string, string>;
  me: string;
  may: { decide: boolean; open: boolean; ban: boolean };
  /** What was typed, when the form comes back. */
  typed: {
    step: Measure | null;
    rule: RuleId | null;
    facts: string;
    reason: string;
  } | null;
  errors: Readonly<Record<string, string>>;
  /** What the second person pressed, when that form comes back. */
  agrees?: "0" | "1";
  /** What the person and the reporters would read, when it was asked for. */
  preview: { person: string[]; reporter: string[] } | null;
  /** A decision of this person that can still be taken back. */
  undoable: string | null;
}

/** A case: the whole picture on one page, and the decision beside it. */
export function CasePage(props: CasePageProps) {
  const { t, now, view, errors } = props;
  const { value, claim } = view;
  const title = t("admin.cases.title", {
    reason: t(`report.reason.${value.reason}`),
    count: value.openReports,
  });
  return (
    <AdminPage
      t={t}
      title={title}
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
          <Claimed {...props} />
        </>
      }
    >
      <ErrorSummary t={t} errors={errors} />
      <div class="bench">
        <div class="pane">
          <CaseEvidence {...props} />
          <CaseFacts {...props} />
        </div>
        <div class="pane stack gap-3">
          <Undo {...props} />
          {claim?.staff === props.me || view.state.second !== null
            ? <DecisionForm {...props} />
            : <Take {...props} />}
        </div>
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Claimed({ t, now, view, names, me }: CasePageProps) {
  const { claim, value } = view;
  if (!claim) return null;
  if (claim.staff !== me) {
    return (
      <span class="push state warn">
        {t("admin.case.takenBy", { name: names.get(claim.staff) ?? "" })}
      </span>
    );
  }
  const minutes = Math.ceil((claim.until - now) / 60_000);
  return (
    <>
      <span class="push quiet">{t("admin.case.yours", { minutes })}</span>
      <form method="post" action={`/admin/cases/${value.number}/release`}>
        <button class="btn" type="submit" aria-keyshortcuts="Q">
          {t("admin.case.release")} <kbd aria-hidden="true">Q</kbd>
        </button>
      </form>
    </>
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

function Take({ t, view, names }: CasePageProps) {
  const { claim, value } = view;
  if (claim) {
    return (
      <p class="note warn">
        {t("admin.case.takenText", { name: names.get(claim.staff) ?? "" })}
      </p>
    );
  }
  return (
    <form method="post" action={`/admin/cases/${value.number}/claim`}>
      <p class="quiet">{t("admin.case.takeText")}</p>
      <button class="btn go" type="submit" aria-keyshortcuts="T">
        {t("admin.case.take")} <kbd aria-hidden="true">T</kbd>
      </button>
    </form>
  );
}
