import type { Translate } from "../../../lib/i18n/mod.ts";
import type { CaseRow } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";

interface ClaimProps {
  t: Translate;
  claim: CaseRow["claim"];
  /** Names of colleagues, by id. */
  names: ReadonlyMap<string, string>;
}

/** Who has a case or an appeal, in a row of a list. */
export function ClaimedBy(
  { t, claim, names, me }: ClaimProps & { me: string },
) {
  if (!claim) return null;
  if (claim.staff === me) return <>{t("admin.cases.mine")}</>;
  return <span {...UNTRANSLATED}>{names.get(claim.staff) ?? ""}</span>;
}

/** How a page says which case it shows, and who of the colleagues has it. */
export function heldBy(
  { view, names, me }: {
    view: { value: { number: string }; claim: CaseRow["claim"] };
    names: ClaimProps["names"];
    me: string;
  },
) {
  const { claim, value: { number } } = view;
  const holder = claim && claim.staff !== me ? names.get(claim.staff) : "";
  return { "data-case": number, "data-holder": holder };
}

/** Takes a case, or says who has it. */
export function TakeCase(
  { t, claim, names, path, keeps = false }: ClaimProps & {
    path: string;
    /** True where what was typed below comes along. */
    keeps?: boolean;
  },
) {
  if (claim) {
    return (
      <p class="note warn">
        {t("admin.case.takenText", { name: names.get(claim.staff) ?? "" })}
      </p>
    );
  }
  return (
    <form method="post" action={`${path}/claim`}>
      <p class="quiet">{t("admin.case.takeText")}</p>
      <button
        class="btn go"
        type="submit"
        aria-keyshortcuts="T"
        form={keeps ? "decision" : undefined}
        formaction={keeps ? `${path}/claim` : undefined}
      >
        {t("admin.case.take")} <kbd aria-hidden="true">T</kbd>
      </button>
    </form>
  );
}

/** Says how long a case of one's own is that still, and gives it back. */
export function OwnClaim(
  { t, claim, now, path }: {
    t: Translate;
    claim: NonNullable<CaseRow["claim"]>;
    now: number;
    path: string;
  },
) {
  const minutes = Math.ceil((claim.until - now) / 60_000);
  return (
    <>
      <span class="push quiet" data-live="claim">
        {t("admin.case.yours", { minutes })}
      </span>
      <form method="post" action={`${path}/release`}>
        <button class="btn" type="submit" aria-keyshortcuts="Q">
          {t("admin.case.release")} <kbd aria-hidden="true">Q</kbd>
        </button>
      </form>
    </>
  );
}
