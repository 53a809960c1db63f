import { createContext } from "preact";

/** Whether data of theirs must never be sold or shared, as the menu says. */
export const OptedOut = createContext(false);
