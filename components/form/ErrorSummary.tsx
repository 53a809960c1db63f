import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";

export interface ErrorSummaryProps {
  t: Translate;
  /** What is wrong by the id of its input, in the order of the form. */
  errors: Readonly<Record<string, string | undefined>>;
}

/** Names at the top what is wrong below, each a way to its input. */
export function ErrorSummary({ t, errors }: ErrorSummaryProps) {
  const wrong = Object.entries(errors).filter(([, text]) => text);
  if (wrong.length === 0) return null;
  return (
    <section class="note bad" role="alert">
      <Icon name="alert" />
      <strong>{t("form.errors", { count: wrong.length })}</strong>
      <ul role="list">
        {wrong.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
