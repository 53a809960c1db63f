import type { SelectHTMLAttributes } from "preact";
import { FieldError } from "./FieldError.tsx";

export interface SelectProps extends SelectHTMLAttributes {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** What the empty choice asks for: nothing is chosen for anybody. */
  empty: string;
  chosen?: string;
  error?: string;
}

export function Select(
  { label, options, empty, chosen, error, ...select }: SelectProps,
) {
  const { id } = select;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        {...select}
        name={select.name ?? id}
        class="input"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error && `${id}-error`}
      >
        <option value="">{empty}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
      {error && <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}
