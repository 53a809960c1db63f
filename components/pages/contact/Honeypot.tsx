import type { Translate } from "../../../lib/i18n/mod.ts";
import { TextField } from "../../form/TextField.tsx";

export interface TrapProps {
  t: Translate;
  value?: string;
  error?: string;
}

/**
 * A field that only machines fill in. Whoever fell into it anyway, by a helpful
 * browser, sees it and can empty it.
 */
export function Honeypot({ t, value, error }: TrapProps) {
  return (
    <div
      class={error ? undefined : "visually-hidden"}
      aria-hidden={error ? undefined : "true"}
    >
      <TextField
        id="website"
        label={t("contact.field.trap")}
        autocomplete="off"
        tabIndex={error ? undefined : -1}
        value={value}
        error={error}
      />
    </div>
  );
}
