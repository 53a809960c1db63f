/**
 * For: the texts that people agree to, their optional choices, and opt-outs.
 * Keeps: each acceptance and choice with the words it was given to.
 * Enter: the pages of consent, policies and choices, and enrolment.
 */
export {
  accept,
  addAcceptances,
  agreedLocaleOf,
  type ConsentFacts,
  hashOf,
  outdatedTexts,
} from "./actions.ts";
export {
  type Choice,
  type ChoiceEvent,
  CHOICES,
  isGiven,
  WORDING,
} from "./choice.ts";
export { addChoice, choicesOf, choose, hasGiven, wordsOf } from "./choices.ts";
export { type ChangedSection, differenceOf, type Span } from "./difference.ts";
export {
  currentDocument,
  DOCUMENTS,
  type Outdated,
  outdatedIn,
  REQUIRED,
  versionsOf,
} from "./documents.ts";
export { choiceForm, consentForm } from "./forms.ts";
export {
  addOptOut,
  type OptOutMethod,
  saveOptOut,
  signalsGpc,
} from "./opt_out.ts";
export { saveTopics } from "./topics.ts";
export {
  type Block,
  type DocumentSlug,
  fillTables,
  type GeneratedTable,
  type PolicyDocument,
  type Section,
  type Table,
} from "./text.ts";
