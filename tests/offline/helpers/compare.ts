import type { Check, Observed } from "./checks.ts";

/** Takes out what an implementation may do in its own way. */
export function normalise(
  value: unknown,
  { comments = false }: Pick<Check, "comments"> = {},
): unknown {
  const observed = value as Observed;
  if (typeof observed?.body !== "string") {
    return JSON.parse(
      JSON.stringify(
        value ?? null,
        (_key, item) => typeof item === "string" ? placeholders(item) : item,
      ),
    );
  }
  const { link: _link, "x-fresh-id": _id, ...headers } = observed.headers ?? {};
  return {
    ...observed,
    headers: Object.fromEntries(
      Object.entries(headers).sort()
        .map(([name, text]) => [name, placeholders(text)]),
    ),
    body: placeholders(html(observed.body, comments)),
  };
}

function placeholders(text: string): string {
  return text
    .replace(/(nonce="|'nonce-)[0-9a-f]{32}/g, "$1{NONCE}")
    .replace(/(__frsh_c=|\/_fresh\/js\/)[0-9a-f]{40}/g, "$1{BUILD_ID}")
    .replace(/^W\/"[A-Za-z0-9+\/]{11}"$/, 'W/"{SHORT_HASH}"')
    .replace(/chunk-[A-Z0-9]{8}/g, "chunk-{HASH}");
}

function html(body: string, comments: boolean): string {
  if (!body.includes("<")) return body;
  return body
    .replace(/<template id="?frsh-[^]*?<\/template>/g, "")
    .replace(/<script type="module"[^>]*>[^]*?boot\([^]*?<\/script>/g, "")
    .replace(/<script [^>]*id="__FRSH_STATE[^]*?<\/script>/g, "")
    .replace(comments ? /$^/ : /<!--[^]*?-->/g, "")
    .replace(
      /<[a-z][^>]*>/gi,
      (tag) => tag.replace(/\s+/g, " ").replace(/ (\/?>)$/, "$1"),
    );
}
