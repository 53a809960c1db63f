import type { Translate } from "../../../lib/i18n/mod.ts";
import type { ReasonId } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";

/** Where help is, at the moment when somebody needs it. */
export function ReportHelp(
  { t, reason }: { t: Translate; reason: ReasonId },
) {
  if (reason === "danger") {
    return <p class="note bad">{t("report.help.danger")}</p>;
  }
  if (reason === "under_18") {
    return <p class="note calm">{t("report.help.under18")}</p>;
  }
  if (reason !== "threatened") return null;
  return (
    <section class="note bad">
      <div class="stack gap-3">
        <strong>{t("report.help.threatened")}</strong>
        <p>{t("report.help.kept")}</p>
        <ul role="list">
          <li>
            <a
              href="https://stopncii.org"
              rel="noreferrer"
              {...UNTRANSLATED}
            >
              StopNCII.org
            </a>
            {" — "}
            {t("report.help.stopncii")}
          </li>
          <li>
            <a
              href="https://takeitdown.ncmec.org"
              rel="noreferrer"
              {...UNTRANSLATED}
            >
              Take It Down
            </a>
            {" — "}
            {t("report.help.takeItDown")}
          </li>
        </ul>
        <p>{t("report.help.police")}</p>
      </div>
    </section>
  );
}
