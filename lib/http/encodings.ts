import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What we can compress by, the better one first. */
export const ENCODINGS = ["br", "gzip"] as const;

export type Encoding = typeof ENCODINGS[number];

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
