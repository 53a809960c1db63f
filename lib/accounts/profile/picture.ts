import sharp, { type Metadata } from "sharp";
import { ok, refuse, type Result } from "../../kernel/mod.ts";

/** What a person may send; a phone's picture is smaller. */
export const MAX_PICTURE = 8 * 1024 * 1024;

/** The edge of what is kept, in pixels. */
export const PICTURE_EDGE = 256;

/** Cut square, or left as it is within a square. */
export interface PictureShape {
  /** In pixels. */
  edge: number;
  fit: "cover" | "inside";
}

const PORTRAIT: PictureShape = { edge: PICTURE_EDGE, fit: "cover" };

/** 50 million: more than a phone takes, less than would fill the memory. */
const MAX_PIXELS = 50_000_000;
/** What a picture may fill while it is opened whole, in bytes. */
const MAX_OPENED = 192 * 1024 * 1024;
/** Who comes while so many wait is asked to come again. */
const MAX_WAITING = 8;

export type PictureRefusal =
  /** Neither JPEG, PNG nor WebP, whatever its name says. */
  | "kind"
  /** More pixels than are worth opening. */
  | "pixels"
  /** It says that it is a picture, and cannot be read as one. */
  | "broken"
  /** Too many others are being opened at this moment. */
  | "busy";

// No other decoder of the library can be reached, even by a disguised file.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
  ],
});
sharp.cache(false);

/**
 * Makes a small JPEG of a picture: turned upright, in shape, without the place,
 * camera and time that came with it. The size in pixels is read from
 * its head and judged before anything is decoded.
 */
export async function smallPicture(
  bytes: Uint8Array,
  shape: PictureShape = PORTRAIT,
): Promise<Result<Uint8Array<ArrayBuffer>, PictureRefusal>> {
  if (!isPicture(bytes)) return refuse("kind");
  if (waiting >= MAX_WAITING) return refuse("busy");
  waiting++;
  const mine = last.then(() => shrink(bytes, shape));
  last = mine.then(() => {}, () => {});
  return await mine.finally(() => waiting--);
}

/** One at a time: opened whole, a few pictures would fill the memory. */
let last: Promise<void> = Promise.resolve();
let waiting = 0;

async function shrink(
  bytes: Uint8Array,
  { edge, fit }: PictureShape,
): Promise<Result<Uint8Array<ArrayBuffer>, PictureRefusal>> {
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (isTooLarge(head)) return refuse("pixels");
    const small = await sharp(bytes, {
      limitInputPixels: MAX_PIXELS,
      failOn: "error",
      pages: 1,
    })
      .autoOrient()
      .resize(edge, edge, { fit, withoutEnlargement: fit === "inside" })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .timeout({ seconds: 10 })
      .toBuffer();
    return ok(new Uint8Array(small));
  } catch {
    return refuse("broken");
  }
}

/** Most formats are read line by line; an interlaced one is opened whole. */
function isTooLarge(head: Metadata): boolean {
  const pixels = head.width * head.height;
  const bytes = pixels * head.channels * (head.depth === "ushort" ? 2 : 1);
  return pixels > MAX_PIXELS || (head.isProgressive && bytes > MAX_OPENED);
}

/** Goes by the first bytes, never by what the browser calls it. */
function isPicture(bytes: Uint8Array): boolean {
  const head = (from: number, to: number) =>
    String.fromCharCode(...bytes.subarray(from, to));
  return head(0, 3) === "\xff\xd8\xff" ||
    head(0, 8) === "\x89PNG\r\n\x1a\n" ||
    (head(0, 4) === "RIFF" && head(8, 12) === "WEBP");
}
