/** The part of an input that matters here. */
export interface DateField {
  name: string;
  value: string;
  focus(): void;
}

/** How many digits fill each part of a date. */
const DIGITS: Readonly<Record<string, number>> = { day: 2, month: 2, year: 4 };

/**
 * Goes to the field after a full one. Only typing at the end moves on: whoever
 * corrects a field stays in it, and the last field leads nowhere.
 */
export function goOn(
  fields: readonly DateField[],
  typedIn: DateField,
  inputType: string,
): boolean {
  if (inputType !== "insertText") return false;
  const digits = typedIn.value.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits < (DIGITS[typedIn.name] ?? Infinity)) return false;
  const next = fields[fields.indexOf(typedIn) + 1];
  if (!next || next.value !== "") return false;
  next.focus();
  return true;
}

/** Follows the inputs within an element; answers how to stop. */
export function followDateFields(within: Element): () => void {
  const onInput = (event: Event) => {
    const fields = [...within.querySelectorAll("input")];
    const typedIn = fields.find((field) => field === event.target);
    if (typedIn) goOn(fields, typedIn, (event as InputEvent).inputType);
  };
  within.addEventListener("input", onInput);
  return () => within.removeEventListener("input", onInput);
}
