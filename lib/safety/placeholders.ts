/**
 * What may stand in braces in words that go to people, and is filled in before
 * they go: nothing else may.
 */
export const PLACEHOLDERS = [
  /** What was decided, such as "7 days without calls". */
  "measure",
  /** When it ends; stands for nothing where it has no end. */
  "until",
  /** The rule that was broken, by number and name. */
  "rule",
  /** How many people reported. */
  "reports",
] as const;
export type Placeholder = typeof PLACEHOLDERS[number];

/** What each placeholder stands for; null for one that stands for nothing. */
export type Fillings = Readonly<Record<Placeholder, string | null>>;

const IN_BRACES = /\{([^{}]*)\}/g;

/** Fills in what has something to stand for, and leaves the rest in braces. */
export function fillIn(text: string, fillings: Fillings): string {
  return text.replace(IN_BRACES, (whole, name: string) => {
    const key = PLACEHOLDERS.find((one) => one === name.trim());
    return key && fillings[key] !== null ? fillings[key] : whole;
  });
}

/** The names in braces, each once, in their order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(IN_BRACES), ([, name]) => name))];
}

/** Whether something in braces is left: then nobody may be sent the words. */
export function hasPlaceholder(text: string): boolean {
  return placeholdersIn(text).length > 0;
}

/** Whether all that stands in braces is of the list. */
export function hasKnownPlaceholders(text: string): boolean {
  const known: readonly string[] = PLACEHOLDERS;
  return placeholdersIn(text).every((name) => known.includes(name.trim()));
}
