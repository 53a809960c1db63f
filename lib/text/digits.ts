const DIGIT = /\p{Nd}/u;

/** Decimal digits of every script as 0 to 9; the rest as it is. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/**
 * Unicode keeps the ten digits of a script in a row from zero up (UTS 44,
 * Numeric_Type). Rows may touch, so the place within the row is modulo ten.
 */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0)!;
  let below = 0;
  while (DIGIT.test(String.fromCodePoint(code - below - 1))) below++;
  return below % 10;
}

/** Full-width letters, digits, signs and spaces in their usual width. */
export function foldWidth(text: string): string {
  return text.replace(
    /[\uff01-\uff5e]/g,
    (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  ).replaceAll("\u3000", " ");
}

/**
 * A date, code or number as typed on any keyboard, in plain ASCII digits and
 * usual width, without invisible characters and without space around it.
 */
export function toPlain(text: string): string {
  return toAsciiDigits(foldWidth(text))
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
}
