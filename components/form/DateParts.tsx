import { useContext } from "preact/hooks";
import { dateOrder, type Translate } from "../../lib/i18n/mod.ts";
import { Frame } from "../layout/frame.ts";
import { FieldError } from "./FieldError.tsx";
import { wiringOf } from "./FormField.tsx";

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
  const yearHint = t("age.yearHint");
  return (
    <fieldset class="field">
      <legend class="visually-hidden">{legend}</legend>
      <div class="date-parts">
        {parts.map((name) => (
          <div class="field" key={name}>
            <label for={name}>{t(`age.field.${name}`)}</label>
            <input
              {...wiringOf({
                id: name,
                hint: name === "year" ? yearHint : undefined,
                error: errors[name],
              })}
              name={name}
              class="input big"
              inputMode="numeric"
              autocomplete={`bday-${name}`}
              required
              value={values[name]}
            />
          </div>
        ))}
      </div>
      {parts.map((name) => {
        const text = errors[name];
        return text && (
          <FieldError key={name} id={`${name}-error`} text={text} />
        );
      })}
      <p class="hint" id="year-hint">{yearHint}</p>
    </fieldset>
  );
}
