/**
 * For: what a person reads of data and rights: copy, policy, receipt.
 * Keeps: nothing.
 * Enter: the edge, routes, and pages for the types.
 */
export { makeCopy } from "./copy.ts";
export { textOf } from "./policy_tables.ts";
export {
  type AskedTexts,
  askedTexts,
  type AskedVersion,
  type PolicyReader,
  type PolicyView,
  policyView,
  type VersionLink,
  versionLinks,
} from "./policy_view.ts";
export { type ReceiptStep, type ReceiptView, receiptView } from "./views.ts";
