import { FieldError } from "./FieldError.tsx";
import { wiringOf } from "./FormField.tsx";

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
  return (
    <>
      <label class="check">
        <input
          {...input}
          {...wiringOf({ id: name, error })}
          type="checkbox"
          name={name}
        />
        <span>{label}</span>
        {hint && <span class="hint">{hint}</span>}
      </label>
      {error && <FieldError id={`${name}-error`} text={error} />}
    </>
  );
}
