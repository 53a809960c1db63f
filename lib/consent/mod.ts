export { addAcceptances, hashOf, REQUIRED } from "./actions.ts";
export {
  type Block,
  currentDocument,
  DOCUMENTS,
  type DocumentSlug,
  type PolicyDocument,
  type Section,
} from "./documents.ts";
export { type ConsentField, consentForm } from "./forms.ts";
