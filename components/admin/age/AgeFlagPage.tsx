import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { CaseView } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { CaseEvidence } from "../cases/CaseEvidence.tsx";
import { CaseFacts } from "../cases/CaseFacts.tsx";
import { OwnClaim, TakeCase } from "../cases/Claims.tsx";
import { Due } from "../cases/Due.tsx";
import { caseTitle } from "../cases/words.ts";
import { ProofFirst } from "../ProofFirst.tsx";

export interface AgeFlagPageProps {
  t: Translate;
  locale: string;
  now: number;
  view: CaseView;
  names: ReadonlyMap<string, string>;
  me: string;
  may: { open: boolean };
  /** What was typed and pressed, when the form comes back. */
  typed: { facts: string; outcome: "under_18" | "adult" } | null;
  errors: Readonly<Record<string, string>>;
}

/** An age flag: what was said about the person, and the decision. */
export function AgeFlagPage(props: AgeFlagPageProps) {
  const { t, now, view, names, errors, me } = props;
  const { value, claim, state } = view;
  const path = `/admin/age/${value.number}`;
  return (
    <AdminPage
      t={t}
      title={caseTitle(t, value)}
      head={
        <>
          <code {...UNTRANSLATED}>{value.number}</code>
          <Due t={t} at={value.dueAt} now={now} />
          {claim?.staff === me && <OwnClaim {...{ t, claim, now, path }} />}
        </>
      }
    >
      <ErrorSummary t={t} errors={errors} />
      <div class="bench">
        <div class="pane">
          <CaseEvidence {...props} />
          <CaseFacts {...props} mayNote={false} />
        </div>
        <div class="pane stack gap-3">
          {state.open.length === 0
            ? <p class="quiet">{t("admin.age.decided")}</p>
            : claim?.staff === me
            ? <Decide {...props} path={path} />
            : <TakeCase {...{ t, claim, names, path }} />}
        </div>
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Decide(
  { t, view, path, typed, errors }: AgeFlagPageProps & { path: string },
) {
  return (
    <>
      <form
        method="post"
        action={`${path}/decision`}
        class="stack gap-3"
        id="decision"
        aria-label={t("admin.case.decision")}
      >
        <h2>{t("admin.case.decision")}</h2>
        {view.state.open.map(({ report }) => (
          <input key={report} type="hidden" name="reports" value={report} />
        ))}
        <TextArea
          id="facts"
          label={t("admin.age.facts")}
          rows={3}
          required
          text={typed?.facts}
          error={errors.facts}
        />
        <div class="stack gap-2">
          <p class="quiet">{t("admin.age.adultText")}</p>
          <p>
            <button class="btn" type="submit" name="outcome" value="adult">
              {t("admin.age.adult")}
            </button>
          </p>
        </div>
        <div class="stack gap-2">
          <p class="quiet">{t("admin.age.under18Text")}</p>
          <p>
            <button
              class="btn danger"
              type="submit"
              name="outcome"
              value="under_18"
            >
              {t("admin.age.under18")}
            </button>
          </p>
        </div>
      </form>
      {errors.proof && typed && (
        <ProofFirst
          t={t}
          form="decision"
          place={path}
          press={{ name: "outcome", value: typed.outcome }}
        />
      )}
    </>
  );
}
