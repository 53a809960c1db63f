import type { Translate } from "../../../lib/i18n/mod.ts";
import { AccountFrame } from "./AccountFrame.tsx";

/** The only time that the code is seen. */
export function CodeShownPage({ t, code }: { t: Translate; code: string }) {
  return (
    <AccountFrame
      t={t}
      title={t("account.keys.shown.title")}
      lead={t("account.keys.shown.text")}
    >
      <dl>
        <dt class="visually-hidden">{t("account.keys.shown.label")}</dt>
        <dd class="code-shown">
          <code id="recovery-code">{code}</code>
        </dd>
      </dl>
      <p>
        <a class="btn go" href="/account/keys">
          {t("account.keys.shown.done")}
        </a>
      </p>
    </AccountFrame>
  );
}
