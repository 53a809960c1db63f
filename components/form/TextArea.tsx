import type { TextareaHTMLAttributes } from "preact";
import { type FieldTexts, FormField } from "./FormField.tsx";

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes, "id" | "label">, FieldTexts {
  label: string;
  /** As typed, when the form comes back. */
  text?: string;
}

/** A label and room for several lines. */
export function TextArea(
  { id, label, hint, error, text, ...area }: TextAreaProps,
) {
  return (
    <FormField id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea {...area} {...wiring} name={area.name ?? id} class="input">
          {text}
        </textarea>
      )}
    </FormField>
  );
}
