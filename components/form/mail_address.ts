/**
 * What a field for a mail address has. It is no `type="email"`: browsers refuse
 * other scripts before the @ there, and show the rest as Punycode.
 */
export const MAIL_ADDRESS = {
  inputMode: "email",
  autocomplete: "email",
  autocapitalize: "none",
  spellcheck: false,
} as const;
