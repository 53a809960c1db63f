import type { ComponentChildren } from "preact";
import type { DeclaredKept, DeclaredPlan } from "../../../lib/data_map/mod.ts";
import { kindName, type Translate } from "../../../lib/i18n/mod.ts";
import { Check } from "../../form/Check.tsx";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Table } from "../../Table.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { dayText } from "./Day.tsx";

export interface ErasurePageProps {
  t: Translate;
  locale: string;
  plan: DeclaredPlan;
  /** The receipt that there will be, for a second press of the button. */
  receipt: string | null;
  errors?: Record<string, string>;
}

export function ErasurePage(props: ErasurePageProps) {
  const { t, locale, plan, receipt, errors = {} } = props;
  return (
    <AccountFrame
      t={t}
      title={t("account.erasure.title")}
      lead={t("account.erasure.lead")}
    >
      <ErasurePlan t={t} locale={locale} plan={plan} />
      <ErasureForm t={t} errors={errors} to="/account/data/erasure">
        <input type="hidden" name="receipt" value={receipt ?? ""} />
      </ErasureForm>
    </AccountFrame>
  );
}

/** What an erasure deletes, unlinks and keeps. */
export function ErasurePlan(
  { t, locale, plan }: Pick<ErasurePageProps, "t" | "locale" | "plan">,
) {
  return (
    <>
      <Planned t={t} plan={plan} />
      <section class="stack gap-3">
        <h2>{t("account.erasure.kept")}</h2>
        {plan.kept.length > 0 && (
          <ul>
            {plan.kept.map((one) => (
              <li key={`${one.collection} ${one.reason}`}>
                {keptText(t, locale, one)}
              </li>
            ))}
          </ul>
        )}
        <p>{t("account.erasure.law")}</p>
      </section>
    </>
  );
}

/** The button that erases, and the box before it. */
export function ErasureForm(
  { t, errors, to, children }: {
    t: Translate;
    errors: Record<string, string>;
    to: string;
    children: ComponentChildren;
  },
) {
  return (
    <form method="post" action={to} class="stack">
      <ErrorSummary t={t} errors={errors} />
      {children}
      <Check
        name="sure"
        value="1"
        label={t("account.erasure.sure")}
        error={errors.sure}
        required
      />
      <button class="btn danger full" type="submit">
        {t("account.erasure.act")}
      </button>
    </form>
  );
}

function Planned({ t, plan }: Pick<ErasurePageProps, "t" | "plan">) {
  const rows = Object.entries(plan.tallies).flatMap(([name, tally]) =>
    OUTCOMES.filter((outcome) => tally[outcome] > 0)
      .map((outcome) => ({ name, outcome, records: tally[outcome] }))
  );
  return (
    <Table
      caption={t("account.erasure.title")}
      columns={[
        {
          heading: t("account.erasure.kind"),
          value: ({ name }) => kindName(t, name),
        },
        {
          heading: t("account.erasure.records"),
          value: ({ records }) => records,
        },
        {
          heading: t("account.erasure.outcome"),
          value: ({ outcome }) => t(OUTCOME_TEXTS[outcome]),
        },
      ]}
      rows={rows}
    />
  );
}

const OUTCOMES = ["deleted", "unlinked", "kept"] as const;

const OUTCOME_TEXTS = {
  deleted: "account.erasure.deleted",
  unlinked: "account.erasure.unlinked",
  kept: "account.erasure.stays",
} as const;

function keptText(
  t: Translate,
  locale: string,
  { collection, reason, until }: DeclaredKept,
): string {
  return t("account.erasure.keptOne", {
    collection: kindName(t, collection),
    reason,
    date: dayText(until, locale),
  });
}
