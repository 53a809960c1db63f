import { dayText } from "../../pages/account/Day.tsx";
import { Icon } from "../../Icon.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Moment } from "../Moment.tsx";
import type { CasePageProps } from "./CasePage.tsx";

import { measureNames } from "./words.ts";

type FactsProps = Pick<CasePageProps, "t" | "locale" | "view" | "names"> & {
  /** Left out where there is a form for notes. */
  mayNote?: boolean;
};

/** Who it is about, what was decided before, and what colleagues noted. */
export function CaseFacts(props: FactsProps) {
  const { t } = props;
  return (
    <>
      <div class="two">
        <Person {...props} />
        <section>
          <h2>{t("admin.case.before")}</h2>
          <Earlier {...props} />
        </section>
      </div>
      <Notes {...props} />
      <Happened {...props} />
    </>
  );
}

/** Whose age check said yes is not named any more, and there all the same. */
function isNamed({ events }: FactsProps["view"]): boolean {
  return !events.some(({ event }) => event.kind === "check_passed");
}

function Person({ t, locale, view }: FactsProps) {
  const { person, presence, facts } = view;
  return (
    <section>
      <h2>
        {t("admin.case.person")} {person === null
          ? t(isNamed(view) ? "admin.case.erased" : "admin.case.unnamed")
          : <code {...UNTRANSLATED}>{person}</code>}
      </h2>
      <dl class="facts">
        {presence !== null && (
          <div>
            <dt>{t("admin.case.presence")}</dt>
            <dd data-presence>{t(`admin.case.presence.${presence}`)}</dd>
          </div>
        )}
        {facts.sinceDay !== null && (
          <div>
            <dt>{t("admin.case.since")}</dt>
            <dd>{dayText(facts.sinceDay, locale)}</dd>
          </div>
        )}
        <div>
          <dt>{t("admin.case.against")}</dt>
          <dd>{t("admin.case.tally", facts.against)}</dd>
        </div>
        <div>
          <dt>{t("admin.case.made")}</dt>
          <dd>{t("admin.case.tally", facts.made)}</dd>
        </div>
        {facts.siblings.length > 0 && (
          <div>
            <dt>{t("admin.case.siblings")}</dt>
            <dd {...UNTRANSLATED}>{facts.siblings.join(", ")}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Earlier({ t, locale, view, names }: FactsProps) {
  const { earlier } = view;
  if (earlier.length === 0) {
    return <p class="quiet">{t("admin.case.nothingBefore")}</p>;
  }
  return (
    <ol class="trail" role="list">
      {earlier.map((decision, n) => (
        <li key={n} class={decision.strike ? "warn" : undefined}>
          <strong>{measureNames(t, decision.measures)}</strong>,{" "}
          {decision.rule && `${t(`rule.${decision.rule}`)}, `}
          <Moment at={decision.at} locale={locale} />
          <br />
          <span class="quiet small">
            <span {...UNTRANSLATED}>{names.get(decision.staff) ?? ""}</span>
            {", "}
            {t(`admin.decisionState.${decision.state}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Notes({ t, locale, view, names, mayNote = true }: FactsProps) {
  const { notes, value } = view;
  if (notes.length === 0 && !mayNote) return null;
  return (
    <section class="stack gap-2">
      <h2>{t("admin.case.notes")}</h2>
      {notes.map(({ at, staff, text }, n) => (
        <p key={n}>
          <q {...UNTRANSLATED}>{text}</q>{" "}
          <span class="quiet">
            <span {...UNTRANSLATED}>{names.get(staff) ?? ""}</span>,{" "}
            <Moment at={at} locale={locale} />
          </span>
        </p>
      ))}
      {mayNote && <p class="hint" id="note-hint">{t("admin.case.noteHint")}</p>}
      {mayNote && (
        <form
          class="actions"
          method="post"
          action={`/admin/cases/${value.number}/note`}
        >
          <label class="visually-hidden" for="note">
            {t("admin.case.note")}
          </label>
          <input
            class="input"
            id="note"
            name="note"
            required
            autocomplete="off"
            aria-describedby="note-hint"
            aria-keyshortcuts="N"
          />
          <label class="check">
            <input type="checkbox" name="person" value="1" />
            <span>{t("admin.case.notePerson")}</span>
          </label>
          <button class="btn" type="submit">
            {t("admin.case.noteAct")} <kbd aria-hidden="true">N</kbd>
          </button>
        </form>
      )}
    </section>
  );
}

function Happened({ t, locale, view, names }: FactsProps) {
  return (
    <details>
      <summary>
        <Icon name="chevron" /> {t("admin.case.events")}
      </summary>
      <ol class="trail" role="list">
        {view.events.map(({ at, event }, n) => (
          <li key={n}>
            {t(`admin.event.${event.kind}`)}, <Moment at={at} locale={locale} />
            {"staff" in event && event.staff && (
              <span class="quiet" {...UNTRANSLATED}>
                {` ${names.get(event.staff) ?? ""}`}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
