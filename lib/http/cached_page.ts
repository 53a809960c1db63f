import { promisify } from "node:util";
import {
  brotliCompress,
  brotliDecompress,
  constants,
  gunzip,
  gzip,
} from "node:zlib";
import { sha256 } from "../kernel/mod.ts";
import type { Encoding } from "./encodings.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What each answer has of its own, or what is derived anew. */
const NOT_SHARED = [
  "cache-control",
  "content-encoding",
  "content-length",
  "date",
  "set-cookie",
  "vary",
  "x-request-id",
];

/** What decides which of the pages behind one address is sent. */
const VARY = "accept-encoding, accept-language, cookie, sec-gpc";

type HeaderList = [string, string][];

/** One encoding of a page, with all the headers that it is sent with. */
interface Variant {
  body: Bytes;
  headers: HeaderList;
}

/** A page as it was rendered once, in each encoding. */
export class CachedPage {
  #variants: Readonly<Record<Encoding | "identity", Variant>>;
  #headers: HeaderList;
  /** Weak, since each encoding has other bytes (RFC 9110, section 8.8.1). */
  readonly etag: string;

  private constructor(
    headers: Headers,
    bodies: Readonly<Record<Encoding | "identity", Bytes>>,
  ) {
    this.etag = `W/"${sha256(bodies.identity).slice(0, 32)}"`;
    this.#headers = sharedHeaders(headers, this.etag);
    const { identity, br, gzip } = bodies;
    this.#variants = {
      identity: this.#variant(identity),
      br: this.#variant(br, "br"),
      gzip: this.#variant(gzip, "gzip"),
    };
  }

  /**
   * Null where the page must not be shared: one with scripts, whose nonce holds
   * for a single answer, or one that is given with a cookie.
   */
  static async of(response: Response): Promise<CachedPage | null> {
    const { headers } = response;
    const isPage = headers.get("content-type")?.startsWith("text/html");
    const cookies = headers.getSetCookie();
    const isShared = cookies.every((cookie) => /millo_optout=/.test(cookie));
    const body = await unpacked(response);
    if (!isPage || !isShared || hasScript(body)) return null;
    const [br, zipped] = await Promise.all([packBrotli(body), packGzip(body)]);
    return new CachedPage(headers, { identity: body, br, gzip: zipped });
  }

  /** 304 where the browser has it already, else the whole page. */
  answer(
    { method, headers: asked }: Pick<Request, "method" | "headers">,
    encoding: Encoding | null,
  ): Response {
    if (isFresh(asked.get("if-none-match"), this.etag)) {
      return new Response(null, { status: 304, headers: this.#headers });
    }
    const { body, headers } = this.#variants[encoding ?? "identity"];
    return new Response(method === "HEAD" ? null : body, { headers });
  }

  #variant(body: Bytes, encoding?: Encoding): Variant {
    const headers: HeaderList = [
      ...this.#headers,
      ["content-length", String(body.byteLength)],
    ];
    if (encoding) headers.push(["content-encoding", encoding]);
    return { body, headers };
  }
}

function sharedHeaders(headers: Headers, etag: string): HeaderList {
  const shared = [...headers].filter(([name]) => !NOT_SHARED.includes(name));
  return [
    ...shared.map(([name, value]): [string, string] => [
      name,
      name === "content-security-policy" ? withoutNonce(value) : value,
    ]),
    // Kept by the browser alone, and asked for again each time.
    ["cache-control", "private, no-cache"],
    ["etag", etag],
    ["vary", VARY],
  ];
}

/** No inline script stands on such a page, so none is allowed either. */
function withoutNonce(policy: string): string {
  return policy.replaceAll(/ 'nonce-[^']+'/g, "");
}

function hasScript(body: Uint8Array): boolean {
  return /<script|\snonce=/.test(new TextDecoder().decode(body));
}

/** A weak comparison, as RFC 9110, section 13.1.2 asks for. */
function isFresh(asked: string | null, etag: string): boolean {
  if (asked === null) return false;
  const plain = etag.slice(2);
  return asked.trim() === "*" ||
    asked.split(",").some((tag) => tag.trim().replace(/^W\//, "") === plain);
}

async function unpacked(response: Response): Promise<Bytes> {
  const body = new Uint8Array(await response.arrayBuffer());
  switch (response.headers.get("content-encoding")) {
    case "br":
      return new Uint8Array(await promisify(brotliDecompress)(body));
    case "gzip":
      return new Uint8Array(await promisify(gunzip)(body));
    default:
      return body;
  }
}

async function packBrotli(body: Bytes): Promise<Bytes> {
  const packed = await promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
  return new Uint8Array(packed);
}

async function packGzip(body: Bytes): Promise<Bytes> {
  return new Uint8Array(await promisify(gzip)(body, { level: 9 }));
}
