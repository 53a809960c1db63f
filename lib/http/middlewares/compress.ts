import { chooseEncoding } from "../accept.ts";
import { type Encoding, packQuickly } from "../encodings.ts";
import { PackedFiles } from "../packed.ts";
import { type Ctx, define } from "../state.ts";

/** Below this an answer fits one packet anyway. */
const SMALLEST = 1024;

/** What is made for one answer; anything else is a file or comes packed. */
const MADE = /^(text\/html|application\/(problem\+)?json)\b/;

const files = new PackedFiles();

/**
 * Sends files as the build compressed them, and pages compressed on the spot.
 * It stands around everything, so that status, ETag, 304 and HEAD are those of
 * the plain answer.
 */
export const compress = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers, status, body } = response;
  if (status === 304) keepEtag(ctx.req, headers);
  const isFile = headers.has("etag");
  const isMade = MADE.test(headers.get("content-type") ?? "");
  if (status === 101 || headers.has("content-encoding")) return response;
  if (!isFile && !isMade) return response;
  headers.append("vary", "accept-encoding");
  const encoding = chooseEncoding(ctx.req.headers.get("accept-encoding"));
  if (encoding === null) return response;
  if (isFile) return await packedFile(ctx, response, encoding);
  if (body === null || tellsByLength(ctx)) return response;
  const plain = new Uint8Array(await response.arrayBuffer());
  if (plain.byteLength < SMALLEST) {
    return new Response(plain, { status, headers });
  }
  return packedAs(response, encoding, packQuickly(plain, encoding));
});

/** RFC 9110 section 15.4.5 asks for it; Fresh compares it and leaves it out. */
function keepEtag({ headers: asked }: Request, headers: Headers): void {
  const etag = asked.get("if-none-match");
  if (etag && !headers.has("etag")) headers.set("etag", etag);
}

async function packedFile(
  { url, req }: Ctx,
  response: Response,
  encoding: Encoding,
): Promise<Response> {
  if (response.status !== 200) return response;
  const path = decodeURIComponent(url.pathname);
  const etag = response.headers.get("etag")!;
  const packed = await files.find(path, etag, encoding);
  if (packed === null) return response;
  await response.body?.cancel();
  const answer = packedAs(response, encoding, packed);
  return req.method === "HEAD" ? new Response(null, answer) : answer;
}

function packedAs(
  { status, headers }: Response,
  encoding: Encoding,
  packed: Uint8Array<ArrayBuffer>,
): Response {
  headers.set("content-encoding", encoding);
  headers.set("content-length", String(packed.byteLength));
  return new Response(packed, { status, headers });
}

/**
 * Another site can make a browser ask for a page with words of its choice in
 * the address. The length of a compressed answer would tell it which of them
 * stand on the page of this person.
 */
function tellsByLength({ req, state }: Ctx): boolean {
  return state.principal.kind !== "visitor" &&
    req.headers.get("sec-fetch-site") === "cross-site";
}
