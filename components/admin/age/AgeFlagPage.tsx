import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  AgeRequest,
  AgeValue,
  CaseView,
} from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Icon } from "../../Icon.tsx";
import { dayText, Minute } from "../../pages/account/Day.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { CaseEvidence } from "../cases/CaseEvidence.tsx";
import { CaseFacts } from "../cases/CaseFacts.tsx";
import { heldBy, OwnClaim, TakeCase } from "../cases/Claims.tsx";
import { Due } from "../cases/Due.tsx";
import { caseTitle, measureNames } from "../cases/words.ts";
import { Moment } from "../Moment.tsx";
import { AgeDecision } from "./AgeDecision.tsx";

export interface AgeFlagPageProps {
  t: Translate;
  locale: string;
  now: number;
  view: CaseView;
  names: ReadonlyMap<string, string>;
  me: string;
  may: { open: boolean };
  /** The last age check that was asked for; null for none. */
  check: Pick<AgeRequest, "state" | "until"> | null;
  /** Whether one can be asked for: somebody checks ages, and is there. */
  mayCheck: boolean;
  /** Null for somebody who is erased, or whom the flag does not name. */
  person: { records: number; provenAt: number | null } | null;
  /** What was typed and chosen, when the form comes back. */
  typed: Pick<AgeValue, "facts" | "outcome"> | null;
  errors: Readonly<Record<string, string>>;
}

/** An age flag: what was said about the person, and the decision. */
export function AgeFlagPage(props: AgeFlagPageProps) {
  const { t, now, view, names, errors, me } = props;
  const { value, claim, state } = view;
  const path = `/admin/age/${value.number}`;
  const isMine = claim?.staff === me && state.open.length > 0;
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
      <section class="banner" aria-label={t("admin.age.who")}>
        <Icon name="eye" />
        <p>
          <strong>{t("admin.age.whoText")}</strong> {t("admin.age.noPicture")}
        </p>
      </section>
      <ErrorSummary t={t} errors={errors} />
      <div class="bench" {...heldBy(props)}>
        <div class="pane">
          <CaseEvidence {...props} />
          {isMine && <PassOn t={t} path={path} />}
          <Age {...props} />
          <CaseFacts {...props} mayNote={false} />
        </div>
        <div class="pane stack gap-3">
          {state.escalated && <p class="note warn">{t("admin.age.passedOn")}
          </p>}
          {state.open.length === 0
            ? <Decided {...props} />
            : claim?.staff === me
            ? <AgeDecision {...props} path={path} />
            : <TakeCase {...{ t, claim, names, path }} />}
        </div>
      </div>
      <PageKeys />
    </AdminPage>
  );
}

/** What was decided last, by whom, and whether an erasure is through. */
function Decided({ t, locale, view, names }: AgeFlagPageProps) {
  const last = view.events.findLast(({ event }) => event.kind === "decided");
  if (last?.event.kind !== "decided") {
    return <p class="quiet">{t("admin.age.decided")}</p>;
  }
  const { measures, staff } = last.event;
  const isErased = measures.includes("under_18");
  return (
    <section class="stack gap-2">
      <h2>{t("admin.age.decided")}</h2>
      <p>
        {measureNames(t, measures)}, <Moment at={last.at} locale={locale} />
        {", "}
        <span {...UNTRANSLATED}>{names.get(staff) ?? ""}</span>
      </p>
      {isErased && (
        <p class={view.person === null ? "state ok" : "state warn"}>
          {t(view.person === null ? "admin.age.erased" : "admin.age.erasing")}
        </p>
      )}
    </section>
  );
}

/** For what is more than an age: danger, or an adult who asked for things. */
function PassOn({ t, path }: { t: Translate; path: string }) {
  return (
    <section class="stack gap-2">
      <h2>{t("admin.age.more")}</h2>
      <p class="quiet">{t("admin.age.moreText")}</p>
      <form method="post" action={`${path}/pass`}>
        <button class="btn danger" type="submit" aria-keyshortcuts="!">
          <Icon name="alert" /> {t("admin.age.pass")}{" "}
          <kbd aria-hidden="true">!</kbd>
        </button>
      </form>
    </section>
  );
}

/** What is known of the person's age beside what others say. */
function Age({ t, locale, check, person }: AgeFlagPageProps) {
  return (
    <section>
      <h2>{t("admin.age.age")}</h2>
      <dl class="facts">
        <div>
          <dt>{t("admin.age.gate")}</dt>
          <dd>{t("admin.age.gateText")}</dd>
        </div>
        <div>
          <dt>{t("admin.age.check")}</dt>
          <dd>
            {check === null
              ? t("admin.age.check.none")
              : t(`admin.age.check.${check.state}`)}
            {check?.state === "awaited" && (
              <>
                {" "}
                <Minute at={check.until} locale={locale} />
              </>
            )}
          </dd>
        </div>
        {person !== null && person.provenAt !== null && (
          <div>
            <dt>{t("admin.age.proven")}</dt>
            <dd>{dayText(person.provenAt, locale)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
