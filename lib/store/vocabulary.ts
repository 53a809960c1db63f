/**
 * The closed lists that every declaration of data chooses from. A new member
 * is a change of what Millo does with people's data, and is reviewed as one.
 */

/** Why data is kept. The words are shown in the policy and the register. */
export const PURPOSES = {
  "call": "To connect two people who asked for a call",
  "safety": "To keep people safe from each other and to check a report",
  "access": "To let a person back in and keep others out",
  "age": "To keep people under 18 out",
  "accountability": "To show what was agreed to, and when",
  "history": "To show a person when they used Millo",
  "profile": "To remember what a person chose to say about themselves",
  "contact": "To reach a person who gave an address",
  "rights": "To carry out what a person asked about their own data",
  "answers": "To tell a person what concerns them, and to answer them",
  "legal": "To keep what an authority or a court may lawfully ask for",
  "operation": "To run the service and find faults",
  "staffing": "To let those who run Millo do their work, and to answer for it",
} as const;
export type Purpose = keyof typeof PURPOSES;

/** The grounds of Article 6(1) GDPR, (a) to (f). */
export const BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interest",
  "public-task",
  "legitimate-interest",
] as const;
export type Basis = typeof BASES[number];

/** Who else handles the data for us. */
export const PROVIDERS = ["hosting", "media", "mail", "age"] as const;
export type Provider = typeof PROVIDERS[number];

/**
 * Why a change of an audited record needs no entry. Each is made by the data
 * map, as the declarations ask; no person decides it.
 */
export const AUDIT_EXEMPTIONS = {
  retention: "its declared period is over",
  erasure: "the erasure's own record counts it, and names nobody",
  hold: "the hold's own record says who ordered it; the record stays as it was",
  visit: "only the day of the person's last visit moves",
} as const;
export type AuditExemption = keyof typeof AUDIT_EXEMPTIONS;

/**
 * What a field is to the person: `id` names the record, `subject` names a
 * person, `given` was supplied by them (may be corrected, is portable),
 * `observed` was recorded by us (exported, not portable), `special` is
 * Article 9 data, `secret` opens a door and is never shown to anybody,
 * `technical` says nothing about anybody.
 */
export const FIELD_CLASSES = [
  "id",
  "subject",
  "given",
  "observed",
  "special",
  "secret",
  "technical",
] as const;
export type FieldClass = typeof FIELD_CLASSES[number];
