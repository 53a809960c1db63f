const names = new Map<string, string>();

/**
 * What people who speak a language call it, such as "Deutsch" for `de`, as it
 * stands in a list; the tag itself where the system does not know it.
 */
export function ownLanguageName(tag: string): string {
  const known = names.get(tag) ?? nameIn(tag);
  names.set(tag, known);
  return known;
}

function nameIn(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  const [first = "", ...rest] = name ?? tag;
  return first.toLocaleUpperCase(tag) + rest.join("");
}
