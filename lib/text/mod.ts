/**
 * For: what people type, in any script: cleaned, counted, split and read as digits or addresses.
 * Keeps: nothing; every rule is pure, for server and browser alike.
 * Enter: every room, page and island.
 */
export { cleanLine, cutMarks } from "./clean.ts";
export {
  countBytes,
  countCharacters,
  fits,
  lengthFault,
  lengthLeft,
  limitOf,
  type TextLimit,
  within,
} from "./count.ts";
export { unifyLineBreaks } from "./lines.ts";
export { foldWidth, toAsciiDigits, toPlain } from "./digits.ts";
export { isBlank } from "./blank.ts";
export { splitList } from "./list.ts";
export {
  asciiDomainOf,
  needsSmtpUtf8,
  readMailAddress,
} from "./mail_address.ts";
