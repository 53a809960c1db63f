export { addCallUsage, type Ending, noteVisit } from "./actions.ts";
