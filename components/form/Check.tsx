import { FieldError } from "./FieldError.tsx";

export interface CheckProps {
  name: string;
  value: string | number;
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  checked?: boolean;
}

/** A box to tick, with what is wrong beside it. Its id is its name. */
export function Check({ name, label, hint, error, ...input }: CheckProps) {
  const errorId = `${name}-error`;
  return (
    <>
      <label class="check">
        <input
          {...input}
          type="checkbox"
          id={name}
          name={name}
          autofocus={Boolean(error)}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error && errorId}
        />
        <span>{label}</span>
        {hint && <span class="hint">{hint}</span>}
      </label>
      {error && <FieldError id={errorId} text={error} />}
    </>
  );
}
