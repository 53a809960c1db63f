import type { InputHTMLAttributes } from "preact";
import { type FieldTexts, FormField } from "./FormField.tsx";

export interface TextFieldProps
  extends Omit<InputHTMLAttributes, "id" | "label">, FieldTexts {
  label: string;
}

/** A field of one line, or of a file. Its name is its id unless one is given. */
export function TextField(
  { id, label, hint, error, ...input }: TextFieldProps,
) {
  return (
    <FormField id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <input {...input} {...wiring} name={input.name ?? id} class="input" />
      )}
    </FormField>
  );
}
