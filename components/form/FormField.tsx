import type { ComponentChildren } from "preact";
import { FieldError } from "./FieldError.tsx";

/** What ties an input to its label, its hint and what is wrong with it. */
export interface FieldWiring {
  id: string;
  /** Of those that are wrong, browsers focus the first. */
  autofocus?: boolean;
  "aria-invalid"?: "true";
  "aria-describedby"?: string;
}

export interface FieldTexts {
  id: string;
  hint?: string;
  error?: string;
}

/**
 * The attributes of an input whose hint has the id `<id>-hint` and whose error
 * has `<id>-error`, wherever on the page they stand.
 */
export function wiringOf({ id, hint, error }: FieldTexts): FieldWiring {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`]
    .filter(Boolean).join(" ");
  return {
    id,
    autofocus: error ? true : undefined,
    "aria-invalid": error ? "true" : undefined,
    "aria-describedby": describedBy || undefined,
  };
}

export interface FormFieldProps extends FieldTexts {
  label: string;
  /** The input, given what ties it to the texts around it. */
  children(wiring: FieldWiring): ComponentChildren;
}

/** A label, an input, what is wrong with it and a hint, tied to each other. */
export function FormField({ label, children, ...texts }: FormFieldProps) {
  const { id, hint, error } = texts;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(wiringOf(texts))}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
