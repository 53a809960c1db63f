import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface CodeShownPageProps {
  t: Translate;
  /** In groups with a dash between them. */
  code: string;
  /** What only a script can do with it: copy and print. */
  children?: ComponentChildren;
}

/** The only time that the code is seen; no group of it is broken by a line. */
export function CodeShownPage({ t, code, children }: CodeShownPageProps) {
  const groups = code.split("-");
  return (
    <AccountFrame
      t={t}
      title={t("account.keys.shown.title")}
      lead={t("account.keys.shown.text")}
    >
      <div class="stack gap-3">
        <h2 class="visually-hidden">{t("account.keys.shown.label")}</h2>
        <p class="code-groups" id="recovery-code" {...UNTRANSLATED}>
          {groups.map((group, n) => (
            <span key={n}>{n < groups.length - 1 ? `${group}-` : group}</span>
          ))}
        </p>
        {children}
      </div>
      <p>
        <a class="btn go" href="/account/keys">
          {t("account.keys.shown.done")}
        </a>
      </p>
    </AccountFrame>
  );
}
