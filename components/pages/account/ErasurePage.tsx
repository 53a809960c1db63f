import type { DeclaredKept, DeclaredPlan } from "../../../lib/data_map/mod.ts";
import { kindName, type Translate } from "../../../lib/i18n/mod.ts";
import { Check } from "../../form/Check.tsx";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { dayText } from "./Day.tsx";

export interface ErasurePageProps {
  t: Translate;
  locale: string;
  plan: DeclaredPlan;
  /** Number of the receipt that there will be. */
  receipt: string;
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
      <form method="post" action="/account/data/erasure" class="stack">
        <ErrorSummary t={t} errors={errors} />
        <input type="hidden" name="receipt" value={receipt} />
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
    </AccountFrame>
  );
}

function Planned(
  { t, plan }: Pick<ErasurePageProps, "t" | "plan">,
) {
  return (
    <table class="table folds" role="table">
      <thead>
        <tr role="row">
          <th scope="col" role="columnheader">{t("account.erasure.kind")}</th>
          <th scope="col" role="columnheader">
            {t("account.erasure.records")}
          </th>
          <th scope="col" role="columnheader">
            {t("account.erasure.outcome")}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(plan.tallies).flatMap(([name, tally]) =>
          OUTCOMES.filter((one) => tally[one] > 0).map((one) => (
            <tr key={`${name} ${one}`} role="row">
              <th scope="row" role="rowheader">{kindName(t, name)}</th>
              <td role="cell" data-label={`${t("account.erasure.records")}:`}>
                {tally[one]}
              </td>
              <td role="cell" data-label={`${t("account.erasure.outcome")}:`}>
                {t(OUTCOME_TEXTS[one])}
              </td>
            </tr>
          ))
        )}
      </tbody>
    </table>
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
