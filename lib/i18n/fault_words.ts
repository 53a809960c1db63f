import type { Translate } from "./translate.ts";

/** Statuses with words of their own in the catalogue. */
const KNOWN = [400, 403, 404, 405, 413, 415, 422, 429, 500, 503] as const;

export interface FaultWords {
  title: string;
  text: string;
  /** What the way out is called. */
  action: string;
}

/** What a person is told for a status; `seconds` is the wait of a 429. */
export function faultWords(
  t: Translate,
  status: number,
  seconds = 0,
): FaultWords {
  const known = nearest(status);
  return {
    title: t(`error.${known}.title`),
    text: known === 429 && seconds > 0
      ? t("error.429.wait", { seconds })
      : t(`error.${known}.text`),
    action: t(`error.${known}.action`),
  };
}

/** What somebody is told who stopped the use of their own data. */
export function restrictedWords(t: Translate): FaultWords {
  return {
    title: t("error.restricted.title"),
    text: t("error.restricted.text"),
    action: t("error.restricted.action"),
  };
}

/** Every other status reads like its closest relative. */
function nearest(status: number): typeof KNOWN[number] {
  const same = KNOWN.find((known) => known === status);
  return same ?? (status < 500 ? 400 : 500);
}
