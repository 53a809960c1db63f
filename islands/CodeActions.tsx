import { useEffect, useMemo, useState } from "preact/hooks";
import { Icon } from "../components/Icon.tsx";
import { createTranslator, type Messages } from "../lib/i18n/translate.ts";

interface CodeActionsProps {
  code: string;
  locale: string;
  messages: Messages;
}

/** Copies and prints a recovery code; absent without a script. */
export default function CodeActions(
  { code, locale, messages }: CodeActionsProps,
) {
  const t = useMemo(() => createTranslator(messages, locale), []);
  const [state, setState] = useState<"none" | "ready" | "copied" | "failed">(
    "none",
  );
  useEffect(() => setState("ready"), []);
  if (state === "none") return <div />;
  const copy = async () => {
    // Absent where the address is not secure.
    const done = await navigator.clipboard?.writeText(code)
      .then(() => true, () => false);
    setState(done ? "copied" : "failed");
  };
  return (
    <div class="actions">
      <button class="btn" type="button" onClick={copy}>
        <Icon name="copy" /> {t("account.keys.shown.copy")}
      </button>
      <button class="btn" type="button" onClick={() => globalThis.print()}>
        <Icon name="print" /> {t("account.keys.shown.print")}
      </button>
      <p class="state" role="status">
        {state === "copied" && t("account.keys.shown.copied")}
        {state === "failed" && t("account.keys.shown.notCopied")}
      </p>
    </div>
  );
}
