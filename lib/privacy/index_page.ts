import type { ExportedCollection } from "../data_map/mod.ts";
import { kindName, type Translate } from "../i18n/mod.ts";
import type { About } from "./about.ts";

const STYLE = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;
font:1rem/1.5 sans-serif}table{border-collapse:collapse;margin:.5rem 0 1.5rem}
th,td{border:1px solid #999;padding:.25rem .5rem;text-align:start;
vertical-align:top;overflow-wrap:anywhere}`;

/** The copy as one page that any browser opens, from any folder. */
export function indexPage(
  about: About,
  collections: readonly ExportedCollection[],
  t: Translate,
  locale: string,
): string {
  const answers = about.answers.map(({ article, title, text }) =>
    `<h3>${escape(title)} (${escape(article)})</h3>${list(text)}`
  );
  return `<!doctype html>
<html lang="${escape(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(t("copy.title"))}</title><style>${STYLE}</style></head><body>
<h1>${escape(t("copy.title"))}</h1>
<p>${escape(t("copy.lead", { madeAt: about.madeAt }))}</p>
<h2>${escape(t("copy.data"))}</h2>
${collections.map((one) => section(one, t)).join("\n")}
<h2>${escape(t("copy.about"))}</h2>
<p>${escape(about.controller.name)}, ${escape(about.controller.contact)}</p>
${answers.join("\n")}
</body></html>
`;
}

function section(
  { name, records }: ExportedCollection,
  t: Translate,
): string {
  const tables = records.map(({ fields }) =>
    `<table>${
      Object.entries(fields).map(([field, value]) =>
        `<tr><th scope="row">${escape(field)}</th><td>${
          escape(shown(value))
        }</td></tr>`
      ).join("")
    }</table>`
  );
  const files = t("copy.files", { name });
  return `<h3>${escape(kindName(t, name))}</h3><p>${escape(files)}</p>${
    tables.join("\n")
  }`;
}

function list(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escape(text)}</li>`).join("")}</ul>`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number" && value > 1e12) {
    return new Date(value).toISOString();
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
