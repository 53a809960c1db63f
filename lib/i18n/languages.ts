const names = new Map<string, string>();

/**
 * What people who speak a language call it, such as "Deutsch" for `de`, as it
 * stands in a list; the code itself where the system does not know it.
 */
export function ownLanguageName(code: string): string {
  const known = names.get(code) ?? nameIn(code);
  names.set(code, known);
  return known;
}

function nameIn(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
  const [first = "", ...rest] = name ?? code;
  return first.toLocaleUpperCase(code) + rest.join("");
}
