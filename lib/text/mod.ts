/**
 * What people type, in any script: counted, cleaned, split and read. Keeps
 * nothing, needs no server, and every room and the browser may enter.
 */
export { cleanLine, cutMarks } from "./clean.ts";
export {
  charactersLeft,
  countBytes,
  countCharacters,
  fits,
  limitOf,
  type TextLimit,
} from "./count.ts";
export { foldWidth, toAsciiDigits, toPlain } from "./digits.ts";
export { isBlank } from "./blank.ts";
export { splitList } from "./list.ts";
export {
  asciiDomainOf,
  needsSmtpUtf8,
  readMailAddress,
} from "./mail_address.ts";
