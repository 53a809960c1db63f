/**
 * For names, codes and addresses, which no translation may change. Preact's
 * types know `translate` as true or false only, and writes neither: HTML has
 * "no".
 */
export const UNTRANSLATED: { translate?: boolean } = {
  translate: "no" as unknown as boolean,
};
