import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What we can compress by, the better one first. */
export const ENCODINGS = ["br", "gzip"] as const;

export type Encoding = typeof ENCODINGS[number];

/** The best that `Accept-Encoding` allows, or null for none (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | null): Encoding | null {
  const weights = new Map(
    (header ?? "").toLowerCase().split(",").map((part) => {
      const [name, ...rest] = part.split(";").map((piece) => piece.trim());
      const q = rest.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
      return [name, Number(q) || 0] as const;
    }),
  );
  const rest = weights.get("*") ?? 0;
  const weightOf = (name: Encoding) => weights.get(name) ?? rest;
  const best = ENCODINGS.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  return weightOf(best) > 0 ? best : null;
}

/** For files that are compressed once and sent often. */
export function pack(content: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === "gzip") return gzipSync(content, { level: 9 });
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
    },
  });
}

/** For pages, which are made for one answer: well under a millisecond each. */
export function packQuickly(
  content: Uint8Array,
  encoding: Encoding,
): Uint8Array<ArrayBuffer> {
  const packed = encoding === "gzip"
    ? gzipSync(content, { level: 4 })
    : brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      },
    });
  return new Uint8Array(packed);
}
