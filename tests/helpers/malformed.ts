import * as fc from "fast-check";

/** A request that no browser of ours would send, and what it deserves. */
export interface Malformed {
  path: string;
  init: RequestInit;
  /** One that is merely strange is answered as if it were not. */
  like: "refused" | "plain";
}

const OURS = { "sec-fetch-site": "same-origin" };
const PAGES = ["/", "/rules", "/policies/privacy", "/age", "/health/live"];
const FORMS = ["/age", "/language", "/contact"];
const FIELDS = [
  ...["day", "month", "year", "language", "back", "topic", "text", "version"],
  ...["__proto__", "constructor", "toString", "", "a[b]", "day ", "\u0000"],
];
const HEADERS = [
  ...["cookie", "accept", "accept-language", "accept-encoding", "user-agent"],
  ...["x-forwarded-for", "x-forwarded-host", "forwarded", "range", "te"],
  ...["if-none-match", "if-modified-since", "sec-gpc", "authorization"],
  ...["content-type", "x-request-id", "referer", "priority", "ect"],
];

const text = fc.oneof(
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom("\u0000", "\uffff", "%", "%00", "../", "'\"><b>", "${1}"),
);

/** Not a number, whatever else: no form of ours is right with it. */
const wrong = text.map((value) => `?${value}`);

const latin = fc.string({
  maxLength: 200,
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) =>
    String.fromCharCode(code)
  ),
});

const headers = fc.dictionary(fc.constantFrom(...HEADERS), latin, {
  maxKeys: 5,
}).map((given) => ({ ...given }));

const cookies = fc.array(
  fc.tuple(
    fc.constantFrom("millo_session", "millo_gate", "millo_lang", "x"),
    fc.constantFrom("", "=", "=x", "=" + "z".repeat(52), "=%00", '="'),
  ).map((pair) => pair.join("")),
  { maxLength: 8 },
).map((pairs) => pairs.join("; "));

/** Flat in memory from the start, so that sending it adds nothing. */
function long(size: number): string {
  return new TextDecoder().decode(new Uint8Array(size).fill(97));
}

const unknownPath = fc.oneof(
  fc.webPath().map((path) => `/~${path}`),
  fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) =>
    "/~" + parts.map((part) => encodeURIComponent(part.toWellFormed()))
      .join("/")
  ),
  fc.constantFrom(
    ...["/policies/%", "/policies/%ff", "/policies/%E0%A4%A", "/%2e%2e/~"],
    ...["/policies/%00", "/policies/..%2fprivacy~", "/age/~", "/~%"],
    ...["/policies/__proto__", "/policies/constructor", "/talk/live/~"],
    "/" + "~".repeat(8000),
  ),
);

const nowhere = fc.record({ path: unknownPath, headers, cookies }).map((
  { path, headers, cookies },
): Malformed => ({
  path,
  init: { headers: { ...headers, cookie: cookies } },
  like: "refused",
}));

const strange = fc.record({
  path: fc.constantFrom(...PAGES),
  query: fc.webQueryParameters(),
  headers,
  cookies,
}).map(({ path, query, headers, cookies }): Malformed => ({
  path: `${path}?${query}`,
  init: { headers: { ...headers, cookie: cookies } },
  like: "plain",
}));

const method = fc.record({
  path: fc.constantFrom(...PAGES, "/talk", "/talk/live", "/metrics"),
  method: fc.constantFrom("PUT", "PATCH", "DELETE", "PROPFIND", "X"),
  body: fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined }),
}).map(({ path, method, body }): Malformed => ({
  path,
  init: { method, headers: OURS, body: body as Uint8Array<ArrayBuffer> },
  like: "refused",
}));

function sent(body: fc.Arbitrary<BodyInit>, type?: string) {
  return fc.record({ path: fc.constantFrom(...FORMS), body }).map((
    { path, body },
  ): Malformed => ({
    path,
    init: {
      method: "POST",
      headers: { ...OURS, ...type && { "content-type": type } },
      body,
    },
    like: "refused",
  }));
}

const fields = fc.array(fc.tuple(fc.constantFrom(...FIELDS), wrong), {
  maxLength: 12,
});

const form = sent(
  fields.map((pairs) => new URLSearchParams(pairs)) as fc.Arbitrary<BodyInit>,
);

const multipart = sent(
  fc.tuple(fields, fc.uint8Array({ maxLength: 100 })).map(([pairs, bytes]) => {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    data.append("file", new File([new Uint8Array(bytes)], "x"));
    return data;
  }),
);

const brokenMultipart = sent(
  fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom(
      "--b",
      "--b\r\n\r\n",
      '--b\r\nContent-Disposition: form-data; name="day\r\n\r\n1\r\n--b--',
      "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--\r\n",
      "--b--",
    ),
  ) as fc.Arbitrary<BodyInit>,
  "multipart/form-data; boundary=b",
);

const noBoundary = sent(fc.constant("x" as BodyInit), "multipart/form-data");

const json = sent(
  fc.oneof(fc.json(), fc.string()) as fc.Arbitrary<BodyInit>,
  "application/json",
);

const bytes = sent(
  fc.uint8Array({ maxLength: 300 }) as fc.Arbitrary<BodyInit>,
  "application/x-www-form-urlencoded",
);

const large = sent(
  fc.integer({ min: 64 * 1024 + 1, max: 100 * 1024 }).map(long) as fc.Arbitrary<
    BodyInit
  >,
  "application/x-www-form-urlencoded",
);

const foreign = fc.record({
  path: fc.constantFrom(...FORMS),
  origin: fc.constantFrom("null", "https://evil.example", "x"),
}).map(({ path, origin }): Malformed => ({
  path,
  init: { method: "POST", headers: { origin }, body: new URLSearchParams() },
  like: "refused",
}));

const webhook = fc.tuple(fc.json(), latin).map(([body, authorization]) => ({
  path: "/hooks/livekit",
  init: { method: "POST", headers: { authorization }, body },
  like: "refused" as const,
}));

const usual = [
  ...[nowhere, strange, method, form, multipart, brokenMultipart],
  ...[noBoundary, json, bytes, foreign, webhook],
].map((arbitrary) => ({ arbitrary, weight: 10 }));

export const malformedRequest: fc.Arbitrary<Malformed> = fc.oneof(
  ...usual,
  { arbitrary: large, weight: 1 },
);

/** What a socket may be sent instead of a frame of the protocol. */
export const malformedFrame: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc
  .oneof(
    text.map((value) => value.toWellFormed()),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }) as fc.Arbitrary<Uint8Array<ArrayBuffer>>,
    fc.integer({ min: 4097, max: 9000 }).map(long),
    fc.record({
      v: fc.constantFrom(0, 1, 2, "1", null),
      type: fc.constantFrom("say", "next", "lost", "__proto__", "", 1, null),
      call: fc.oneof(fc.constant("x"), fc.integer(), fc.object()),
      ref: fc.oneof(fc.constant(-1), fc.double(), fc.string()),
      text: fc.oneof(fc.integer(), fc.array(fc.string())),
    }).map((frame) => JSON.stringify(frame)),
  );
