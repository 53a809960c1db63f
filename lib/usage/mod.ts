/**
 * For: what a person sees of their own visits and calls.
 * Keeps: the hour of each visit and call for ninety days, and no partner.
 * Enter: live and matching write, the history page reads.
 */
export { addCallUsage, type Ending, noteVisit } from "./actions.ts";
export {
  hasVisited,
  historyOf,
  type HistoryView,
  type UsedCall,
} from "./views.ts";
