import { en } from "./messages/en.ts";
import {
  createTranslator,
  type MessageKey,
  type Messages,
  type Translate,
} from "./translate.ts";

export { longDate } from "./dates.ts";
export { createTranslator };
export type { MessageKey, Messages, Translate };

export const DEFAULT_LOCALE = "en";

const CATALOGUES = { en } as const;

export type Locale = keyof typeof CATALOGUES;

export const LOCALES = Object.keys(CATALOGUES) as readonly Locale[];

const translators = new Map<Locale, Translate>();

/** The translator of a locale, made once. */
export function translator(locale: Locale = DEFAULT_LOCALE): Translate {
  const made = translators.get(locale) ??
    createTranslator(CATALOGUES[locale], locale);
  translators.set(locale, made);
  return made;
}

/** The messages below `prefix`, such as `talk`: what an island gets as props. */
export function messagesFor(
  prefix: string,
  locale: Locale = DEFAULT_LOCALE,
): Messages {
  return Object.fromEntries(
    Object.entries(CATALOGUES[locale]).filter(([key]) =>
      key.startsWith(`${prefix}.`)
    ),
  );
}
