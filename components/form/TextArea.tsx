import type { TextareaHTMLAttributes } from "preact";
import { FieldError } from "./FieldError.tsx";

export interface TextAreaProps extends TextareaHTMLAttributes {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** As typed, when the form comes back. */
  text?: string;
}

/** A label and room for several lines, with what is wrong below. */
export function TextArea(
  { label, hint, error, text, ...input }: TextAreaProps,
) {
  const { id } = input;
  const described = [hint && `${id}-hint`, error && `${id}-error`];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      <textarea
        {...input}
        name={input.name ?? id}
        class="input"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described.filter(Boolean).join(" ") || undefined}
      >
        {text}
      </textarea>
      {error && <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}
