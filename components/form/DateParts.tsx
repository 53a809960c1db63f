import { useContext } from "preact/hooks";
import { dateOrder, type Translate } from "../../lib/i18n/mod.ts";
import { Frame } from "../layout/frame.ts";
import { Field } from "./Field.tsx";
import { FieldError } from "./FieldError.tsx";

export type DatePart = "day" | "month" | "year";

export interface DatePartsProps {
  t: Translate;
  legend: string;
  values: Partial<Record<DatePart, string>>;
  errors: Partial<Record<DatePart, string>>;
}

/** A birth date in three inputs, in the order of the place; what is wrong stands below the row. */
export function DateParts({ t, legend, values, errors }: DatePartsProps) {
  const parts = dateOrder(useContext(Frame).locale);
  return (
    <fieldset class="field">
      <legend class="visually-hidden">{legend}</legend>
      <div class="date-parts">
        {parts.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`age.field.${name}`)}
            class="big"
            inputMode="numeric"
            autocomplete={`bday-${name}`}
            required
            value={values[name]}
            invalid={Boolean(errors[name])}
            describedBy={describing(name, errors)}
          />
        ))}
      </div>
      {parts.map((name) => {
        const text = errors[name];
        return text && (
          <FieldError key={name} id={`${name}-error`} text={text} />
        );
      })}
      <p class="hint" id="year-hint">{t("age.yearHint")}</p>
    </fieldset>
  );
}

function describing(name: DatePart, errors: DatePartsProps["errors"]) {
  return [
    errors[name] ? `${name}-error` : "",
    name === "year" ? "year-hint" : "",
  ].filter(Boolean);
}
