import { isBlank } from "./blank.ts";
import { unifyLineBreaks } from "./lines.ts";

/** A subdivision's flag, such as that of Wales, is spelt in invisible tags. */
const FLAG =
  "\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}";
const PARTS = new RegExp(`${FLAG}|.`, "gsu");

const INVISIBLE =
  /^[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]$/u;
/** Invisible characters that change what stands beside them. */
const MAY_MATTER =
  /^[\u034f\u115f\u1160\u180e\u200c\u200d\p{Variation_Selector}]$/u;

const LETTER = /^[\p{L}\p{M}]/u;
/** Letters of these scripts look the same with a joiner beside them. */
const STANDS_ALONE =
  /^[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Geor}\p{scx=Hebr}\p{scx=Thai}\p{scx=Laoo}\p{scx=Hang}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Ethi}\p{scx=Cher}\p{scx=Cans}\p{sc=Zinh}]/u;
const JOINED_BEFORE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const JAMO =
  /^[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb]/u;

/**
 * One line without what nobody sees: controls, overrides of direction, fillers
 * and the like go, space becomes single. Joiners and variation selectors stay
 * where they change letters or emoji. A text that shows nothing is "".
 */
export function cleanLine(text: string): string {
  if (isBlank(text)) return "";
  const parts = unifyLineBreaks(text.replaceAll("\ufeff", ""))
    .replace(/\s+/gu, " ").trim()
    .match(PARTS)!
    .filter((part) => !INVISIBLE.test(part) || MAY_MATTER.test(part));
  const kept: string[] = [];
  parts.forEach((part, at) => {
    const before = kept.at(-1) ?? "";
    const after = parts[at + 1] ?? "";
    if (!MAY_MATTER.test(part) || matters(part, before, after)) kept.push(part);
  });
  return kept.join("").replace(/ +/g, " ").trim();
}

function matters(part: string, before: string, after: string): boolean {
  switch (part) {
    case "\u200d":
      return joins(before) || joins(after) ||
        JOINED_BEFORE.test(before) && PICTURE.test(after);
    case "\u200c":
      return joins(before) && isLetter(after);
    case "\u034f":
      return isLetter(before) && isLetter(after);
    case "\u115f":
    case "\u1160":
      return JAMO.test(before) || JAMO.test(after);
    case "\u180e":
      return isMongolian(before);
    default:
      return varies(part.codePointAt(0)!, before);
  }
}

function isLetter(part: string): boolean {
  return LETTER.test(part) && !MAY_MATTER.test(part);
}

/** Letters and marks whose shape depends on the neighbour. */
function joins(part: string): boolean {
  return isLetter(part) && !STANDS_ALONE.test(part);
}

/** What a variation selector may follow, by its kind. */
function varies(selector: number, before: string): boolean {
  if (MAY_MATTER.test(before)) return false;
  if (selector >= 0xe0100) return /^\p{Script=Han}/u.test(before);
  if (selector >= 0xfe0e) return /^\p{Emoji}/u.test(before);
  if (selector >= 0xfe00) return /^[^\0-\x7f]/u.test(before);
  return isMongolian(before);
}

function isMongolian(part: string): boolean {
  return /^\p{scx=Mong}/u.test(part) && !MAY_MATTER.test(part);
}

/**
 * Cuts stacks of marks that would cover the lines above: four of those that
 * fit any letter, eight of a script's own. Burmese words have five.
 */
export function cutMarks(text: string): string {
  return text.replace(
    /\p{M}{5,}/gu,
    (marks) =>
      marks.replace(
        /((?=\p{sc=Zinh})\p{M}){5,}/gu,
        (run) => [...run].slice(0, 4).join(""),
      )
        .replace(/^(\p{M}{8}).*$/su, "$1"),
  );
}
