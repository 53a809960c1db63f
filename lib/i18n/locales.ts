export interface LocaleFacts {
  /** In its own words, for the switch. */
  name: string;
  dir: "ltr" | "rtl";
  /** Made up from English, to check pages with; offered by configuration. */
  pseudo: boolean;
}

/** Every language of Millo; the first is for whoever asks for none of them. */
export const LOCALE_FACTS = {
  "en": { name: "English", dir: "ltr", pseudo: false },
  "en-US": { name: "English (US)", dir: "ltr", pseudo: false },
  "en-XA": { name: "⟦Éñĝļîšĥ XA⟧", dir: "ltr", pseudo: true },
  "ar-XB": { name: "⟦\u202eEnglish XB\u202c⟧", dir: "rtl", pseudo: true },
} as const satisfies Record<string, LocaleFacts>;

export type Locale = keyof typeof LOCALE_FACTS;

export const LOCALES = Object.keys(LOCALE_FACTS) as readonly Locale[];

export const DEFAULT_LOCALE: Locale = "en";

export function factsOf(locale: Locale): LocaleFacts {
  return LOCALE_FACTS[locale];
}

/** The languages that a site offers. */
export function offeredLocales({ pseudo }: { pseudo: boolean }): Locale[] {
  return LOCALES.filter((locale) => pseudo || !factsOf(locale).pseudo);
}

export function isLocale(text: string | null): text is Locale {
  return text !== null && Object.hasOwn(LOCALE_FACTS, text);
}
