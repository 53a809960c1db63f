import type { SelectHTMLAttributes } from "preact";
import { type FieldTexts, FormField } from "./FormField.tsx";

export interface SelectProps
  extends Omit<SelectHTMLAttributes, "id" | "label">, FieldTexts {
  label: string;
  options: readonly { value: string; label: string }[];
  /** What the empty choice asks for: nothing is chosen for anybody. */
  empty: string;
  chosen?: string;
}

export function Select(props: SelectProps) {
  const { id, label, hint, error, options, empty, chosen, ...select } = props;
  return (
    <FormField id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <select {...select} {...wiring} name={select.name ?? id} class="input">
          <option value="">{empty}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
