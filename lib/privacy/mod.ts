/**
 * What a person reads of their data and rights: the copy, the policy with its
 * tables, the receipt of an erasure. Keeps nothing of its own. Pages enter, and
 * the edge.
 */
export { makeCopy } from "./copy.ts";
export { keptIn, textOf } from "./policy_tables.ts";
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
export { type ReceiptView, receiptView } from "./views.ts";
