/**
 * For: every text that a person reads, and dates and languages around it.
 * Keeps: catalogues in memory; nothing of whoever reads.
 * Enter: every room, page and island.
 */
import { en } from "./messages/en.ts";
import { DEFAULT_LOCALE, type Locale } from "./locales.ts";
import { pseudoMessages } from "./pseudo.ts";
import {
  createTranslator,
  type MessageKey,
  type Messages,
  type Translate,
} from "./translate.ts";

export { dateOrder, longDate, shortDate, shortTime } from "./dates.ts";
export {
  type FaultFacts,
  type FaultWords,
  faultWords,
  type RefusalReason,
} from "./fault_words.ts";
export { createTranslator };
export type { MessageKey, Messages, Translate };

export {
  DEFAULT_LOCALE,
  factsOf,
  isLocale,
  type Locale,
  type LocaleFacts,
  LOCALES,
  offeredLocales,
} from "./locales.ts";
export {
  type KeepPeriod,
  kindName,
  periodText,
  type Purpose,
  purposeText,
} from "./kinds.ts";
export { languageForm } from "./forms.ts";
export { ownLanguageName } from "./languages.ts";

/** Made when first asked for: few sites ever show the made-up ones. */
const CATALOGUES: Record<Locale, () => Messages> = {
  "en": () => en,
  "en-US": () => en,
  "en-XA": () => pseudoMessages(en, "accented"),
  "ar-XB": () => pseudoMessages(en, "reversed"),
};

const catalogues = new Map<Locale, Messages>();

function catalogue(locale: Locale): Messages {
  const made = catalogues.get(locale) ?? CATALOGUES[locale]();
  catalogues.set(locale, made);
  return made;
}

/** Whether a text, such as one of a schema, names a message. */
export function isMessage(text: string): text is MessageKey {
  return Object.hasOwn(en, text);
}

const translators = new Map<Locale, Translate>();

/** The translator of a locale, made once. */
export function translator(locale: Locale = DEFAULT_LOCALE): Translate {
  const made = translators.get(locale) ??
    createTranslator(catalogue(locale), locale);
  translators.set(locale, made);
  return made;
}

/** The messages below `prefix`, such as `talk`: what an island gets as props. */
export function messagesFor(
  prefix: string,
  locale: Locale = DEFAULT_LOCALE,
): Messages {
  return Object.fromEntries(
    Object.entries(catalogue(locale)).filter(([key]) =>
      key.startsWith(`${prefix}.`)
    ),
  );
}
