import type { Translate } from "../../../lib/i18n/mod.ts";
import { dayText } from "./Day.tsx";

interface CodeSectionProps {
  t: Translate;
  locale: string;
  codeDay: number | null;
  open: boolean;
}

export function CodeSection({ t, locale, codeDay, open }: CodeSectionProps) {
  const made = codeDay === null
    ? t("account.keys.code.none")
    : t("account.keys.code.made", {
      date: dayText(codeDay, locale),
    });
  return (
    <section class="stack">
      <h2>{t("account.keys.code.title")}</h2>
      <p>{made}</p>
      {open && (
        <form method="post" action="/account/keys/code" class="actions">
          <button
            class={codeDay === null ? "btn go" : "btn"}
            type="submit"
          >
            {t(
              codeDay === null
                ? "account.keys.code.act"
                : "account.keys.code.again",
            )}
          </button>
          {codeDay !== null && (
            <button
              class="btn"
              type="submit"
              formaction="/account/keys/code/removal"
            >
              {t("account.keys.removeCode")}
            </button>
          )}
        </form>
      )}
      {open && codeDay !== null && (
        <p class="hint">{t("account.keys.code.replaces")}</p>
      )}
    </section>
  );
}
