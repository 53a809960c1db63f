/** Where the words of a form wait while its page is loaded again. */
const KEY = "millo:typed";

type Typed = { path: string; fields: [name: string, value: string][] };

const FORM = "decision";

/** Keeps what was typed into the decision until the page is there again. */
export function keepWords(page: Document): void {
  const form = page.getElementById(FORM);
  if (!(form instanceof HTMLFormElement)) return;
  const fields = [...new FormData(form)]
    .filter((field): field is [string, string] => isTyped(form, field));
  const typed: Typed = { path: location.pathname, fields };
  sessionStorage.setItem(KEY, JSON.stringify(typed));
}

/** Puts it back, once; words for which there is no form any more are shown. */
export function restoreWords(page: Document): string | null {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (kept === null) return null;
  const { path, fields } = JSON.parse(kept) as Typed;
  if (path !== location.pathname) return null;
  const form = page.getElementById(FORM);
  if (form instanceof HTMLFormElement) {
    for (const [name, value] of fields) fill(form, name, value);
    return null;
  }
  const words = fields.filter(([name]) => name !== "step" && name !== "rule")
    .map(([, value]) => value).filter((value) => value.trim() !== "");
  return words.length === 0 ? null : words.join("\n\n");
}

/** What the page itself put into the form is not typed. */
function isTyped(
  form: HTMLFormElement,
  [name, value]: [string, FormDataEntryValue],
): boolean {
  const hidden = `input[type=hidden][name="${CSS.escape(name)}"]`;
  return typeof value === "string" && form.querySelector(hidden) === null;
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const named = `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  const box = form.querySelector<HTMLInputElement>(
    `input[type=checkbox]${named}`,
  );
  if (box) box.checked = true;
  else {
    const field = form.elements.namedItem(name);
    if (field) (field as HTMLInputElement | RadioNodeList).value = value;
  }
}
