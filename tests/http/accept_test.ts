import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  asksForPage,
  chooseEncoding,
  chooseLocale,
  wantsJson,
} from "../../lib/http/accept.ts";
import { ENCODINGS } from "../../lib/http/encodings.ts";
import { offeredLocales } from "../../lib/i18n/mod.ts";

const offered = offeredLocales({ pseudo: true });

const LANGUAGES: Record<string, string> = {
  "": "en",
  "en": "en",
  "en-GB": "en",
  "en-US": "en-US",
  "EN-us": "en-US",
  "en-US-x-private": "en-US",
  "de-CH, de;q=0.9, en-US;q=0.8, en;q=0.7": "en-US",
  "en;q=0.2, en-US;q=0.9": "en-US",
  "en-US;q=0, en": "en",
  "ar": "en",
  "ar-XB": "ar-XB",
  "zh-Hant-TW, *": "en",
  ";;;,,q=1": "en",
};

for (const [header, locale] of Object.entries(LANGUAGES)) {
  Deno.test(`whoever asks for “${header}” reads ${locale}`, () => {
    assertEquals(chooseLocale(header, offered), locale);
  });
}

Deno.test("languages that are made up are offered only where asked for", () => {
  const real = offeredLocales({ pseudo: false });
  assertEquals(real, ["en", "en-US"]);
  assertEquals(chooseLocale("ar-XB, en-XA", real), "en");
});

const BY_ENCODING: Record<string, string | null> = {
  "": null,
  "gzip, deflate, br, zstd": "br",
  "gzip": "gzip",
  "GZIP;q=0.5": "gzip",
  "br;q=0, gzip": "gzip",
  "br;q=0.1, gzip;q=0.8": "gzip",
  "*": "br",
  "*;q=0": null,
  "identity": null,
  "br;q=nonsense": null,
  "gzip, *;q=0.5": "gzip",
  "*, br;q=0": "gzip",
  "zstd, deflate": null,
  "gzip;q=0.8, br ; q=0.8": "br",
};

for (const [header, encoding] of Object.entries(BY_ENCODING)) {
  Deno.test(`“${header}” is answered in ${encoding ?? "plain"}`, () => {
    assertEquals(chooseEncoding(header), encoding);
  });
}

Deno.test("a browser that says nothing is answered plainly, in English", () => {
  assertEquals(chooseEncoding(null), null);
  assertEquals(chooseLocale(null, offered), "en");
});

Deno.test("of a long list of languages only the first twenty count", () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, n) => `x${n}`).join(", ");
  assertEquals(chooseLocale(`${others(19)}, en-US`, offered), "en-US");
  assertEquals(chooseLocale(`${others(20)}, en-US`, offered), "en");
});

const WANTED: Record<string, boolean> = {
  "": false,
  "*/*": false,
  "application/*": false,
  "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8": false,
  "application/json": true,
  "APPLICATION/JSON": true,
  "application/problem+json": true,
  "application/json, text/plain, */*": true,
  "application/json, text/html": true,
  "application/json;q=0.9, text/html": false,
  "text/html;q=0.8, application/json;q=0.9": true,
  "application/json;q=0": false,
  "application/json;q=nonsense": false,
  "text/html;q=0, application/json;q=0.1": true,
};

for (const [header, json] of Object.entries(WANTED)) {
  Deno.test(`“${header}” is answered by ${json ? "JSON" : "a page"}`, () => {
    assertEquals(wantsJson({ headers: new Headers({ accept: header }) }), json);
  });
}

Deno.test("whoever names no type gets a page", () => {
  assertEquals(wantsJson({ headers: new Headers() }), false);
});

Deno.test("any header gives what we can answer, and no fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (header) => {
      assert(offered.includes(chooseLocale(header, offered)));
      const encoding = chooseEncoding(header);
      assert(encoding === null || ENCODINGS.includes(encoding));
    }),
  );
});

Deno.test("any Accept gives a page or JSON, and no fault", () => {
  const sendable = fc.stringMatching(/^[\x20-\x7e]{0,400}$/);
  fc.assert(
    fc.property(sendable, (accept) => {
      const headers = new Headers({ accept });
      assertEquals(typeof wantsJson({ headers }), "boolean");
    }),
  );
});

const GOING: Record<string, Record<string, string>> = {
  "a browser of today": { accept: "text/html", "sec-fetch-mode": "navigate" },
  "a browser of old": { accept: "text/html,*/*;q=0.8" },
  "one that shouts": { accept: "TEXT/HTML" },
};

const NOT_GOING: Record<string, Record<string, string>> = {
  "nothing said": {},
  "a program that takes anything": { accept: "*/*" },
  "a picture": { accept: "image/*,*/*", "sec-fetch-mode": "no-cors" },
  "a script": { accept: "text/html", "sec-fetch-mode": "cors" },
  "a socket": { accept: "text/html", upgrade: "websocket" },
  "a program": { accept: "application/json, text/html;q=0.9" },
  "who takes no page": { accept: "text/html;q=0" },
};

for (const method of ["GET", "HEAD", "POST", "DELETE"]) {
  Deno.test(`${method} goes to a page only as a browser does`, () => {
    const reads = method === "GET" || method === "HEAD";
    const asks = (headers: Record<string, string>) =>
      asksForPage({ method, headers: new Headers(headers) });
    for (const [what, headers] of Object.entries(GOING)) {
      assertEquals(asks(headers), reads, what);
    }
    for (const [what, headers] of Object.entries(NOT_GOING)) {
      assertEquals(asks(headers), false, what);
    }
  });
}
