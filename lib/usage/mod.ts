export { addCallUsage, type Ending, noteVisit } from "./actions.ts";
export { historyOf, type HistoryView } from "./views.ts";
