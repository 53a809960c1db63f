import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";

export interface CheckStepsProps {
  t: Translate;
  /** Where its forms go. */
  action: string;
  /** Goes with them where it is the proof of whose check it is. */
  number?: string;
  /** Where the provider asks; null while it does not. */
  url: string | null;
  /** None has begun, one can be gone to, it is down, or there is none at all. */
  state: "first" | "ready" | "away" | "none";
}

/** What somebody does to have an age check say yes. */
export function CheckSteps({ t, action, number, url, state }: CheckStepsProps) {
  if (state === "none") {
    return (
      <>
        <p>{t("flag.check.none")}</p>
        <p>
          <a class="btn go" href="/contact">{t("flag.check.write")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <p role={state === "away" ? "alert" : undefined}>
        {t(`flag.check.${state}`)}
      </p>
      <div class="actions">
        {url && (
          <a class="btn go" href={url} rel="noreferrer">
            {t("check.go")} <Icon name="arrow" />
          </a>
        )}
        <form method="post" action={action}>
          {number && <input type="hidden" name="number" value={number} />}
          <button class={url ? "btn" : "btn go"} type="submit">
            {t(url ? "check.again" : "flag.check.begin")}
          </button>
        </form>
      </div>
      <p class="hint">{t("flag.check.what")}</p>
    </>
  );
}
