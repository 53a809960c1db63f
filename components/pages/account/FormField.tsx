import { Field, type FieldProps } from "../../form/Field.tsx";
import { FieldError } from "../../form/FieldError.tsx";

export interface HintedProps extends FieldProps {
  hint?: string;
  error?: string;
}

/** A field with its hint and what is wrong with it below. */
export function FormField({ hint, error, ...field }: HintedProps) {
  const { id } = field;
  const describedBy = [
    hint ? `${id}-hint` : "",
    error ? `${id}-error` : "",
  ].filter(Boolean);
  return (
    <div class="field">
      <Field {...field} describedBy={describedBy} invalid={Boolean(error)} />
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
