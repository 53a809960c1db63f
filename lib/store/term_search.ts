/**
 * Search for many strings at once in bytes, in every form in which one may lie
 * on a disk: plain, base64, hex, URL- and JSON-escaped, and UTF-16.
 */

/** A word of this length is specific enough by either half. */
const SPLITS_FROM = 16;
const MIN_TERM_BYTES = 6;
const LATIN = new TextEncoder();

interface Pattern {
  searchTerm: number;
  bytes: Uint8Array;
}

export class TermSearch {
  #byStart = new Map<number, Pattern[]>();
  /** A bit for each three bytes that a pattern starts with. */
  #starts = new Uint8Array(1 << 21);
  /** So many bytes of one block must be seen again with the next. */
  readonly overlap: number;

  constructor(searchTerms: readonly string[]) {
    let longest = 0;
    searchTerms.forEach((text, searchTerm) => {
      for (const bytes of formsOf(text)) {
        longest = Math.max(longest, bytes.length);
        this.#add({ searchTerm, bytes });
      }
    });
    this.overlap = Math.max(0, longest - 1);
  }

  /** The numbers of the terms that are in the block. */
  find(block: Uint8Array): Set<number> {
    const found = new Set<number>();
    const starts = this.#starts;
    const last = block.length - MIN_TERM_BYTES;
    for (let at = 0; at <= last; at++) {
      const start = block[at] << 16 | block[at + 1] << 8 | block[at + 2];
      if ((starts[start >> 3] & 1 << (start & 7)) === 0) continue;
      for (const pattern of this.#byStart.get(start)!) {
        if (isAt(block, at, pattern.bytes)) found.add(pattern.searchTerm);
      }
    }
    return found;
  }

  #add(pattern: Pattern): void {
    const [a, b, c] = pattern.bytes;
    const start = a << 16 | b << 8 | c;
    this.#starts[start >> 3] |= 1 << (start & 7);
    const same = this.#byStart.get(start);
    if (same) same.push(pattern);
    else this.#byStart.set(start, [pattern]);
  }
}

/**
 * The byte strings that betray a text. A database file may break a long value
 * in two, so that ids are searched for by halves: whatever the break, one half
 * stays whole. Half a sentence would be other people's, too.
 */
export function formsOf(text: string): Uint8Array[] {
  const plain = LATIN.encode(text);
  const json = JSON.stringify(text).slice(1, -1);
  const texts = [
    text,
    json,
    json.replace(
      /[^ -~]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
    encodeURIComponent(text),
    plain.toHex(),
    plain.toHex().toUpperCase(),
    ...base64Forms(plain),
    ...base64Forms(plain).map(urlSafe),
  ];
  const forms: Uint8Array[] = texts.map((some) => LATIN.encode(some));
  for (const little of [true, false]) forms.push(utf16(text, little));
  const latin1 = Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
  if (!/[^\0-\xff]/.test(text)) forms.push(latin1);
  const split = text.length >= SPLITS_FROM && !/\s/.test(text);
  return distinct(split ? forms.flatMap(halves) : forms).filter((
    { length },
  ) => length >= MIN_TERM_BYTES);
}

/** The part of each of the three alignments that only the text decides. */
function base64Forms(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((shift) => {
    const shifted = new Uint8Array(shift + bytes.length);
    shifted.set(bytes, shift);
    const start = Math.ceil(shift * 8 / 6);
    const end = Math.floor((shift + bytes.length) * 8 / 6);
    return shifted.toBase64({ omitPadding: true }).slice(start, end);
  });
}

function urlSafe(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let n = 0; n < text.length; n++) {
    view.setUint16(n * 2, text.charCodeAt(n), little);
  }
  return new Uint8Array(view.buffer);
}

function halves(bytes: Uint8Array): Uint8Array[] {
  const middle = bytes.length >> 1;
  return [bytes.subarray(0, middle), bytes.subarray(middle)];
}

function distinct(forms: Uint8Array[]): Uint8Array[] {
  const seen = new Map(forms.map((bytes) => [bytes.toHex(), bytes]));
  return [...seen.values()];
}

function isAt(block: Uint8Array, at: number, bytes: Uint8Array): boolean {
  if (at + bytes.length > block.length) return false;
  for (let n = 3; n < bytes.length; n++) {
    if (block[at + n] !== bytes[n]) return false;
  }
  return true;
}
