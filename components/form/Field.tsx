import type { InputHTMLAttributes } from "preact";

export interface FieldProps extends InputHTMLAttributes {
  id: string;
  label: string;
  /** Ids of the hint and the error, which may stand elsewhere. */
  describedBy?: readonly string[];
  invalid?: boolean;
}

/** A label and its input. Of those that are wrong, browsers focus the first. */
export function Field({ label, describedBy, invalid, ...input }: FieldProps) {
  return (
    <div class="field">
      <label for={input.id}>{label}</label>
      <input
        {...input}
        name={input.name ?? input.id}
        class={`input ${input.class ?? ""}`}
        autofocus={invalid}
        aria-invalid={invalid ? "true" : undefined}
        aria-describedby={describedBy?.join(" ") || undefined}
      />
    </div>
  );
}
