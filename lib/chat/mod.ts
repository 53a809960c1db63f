/**
 * For: the lines that two people write to each other in a call.
 * Keeps: a line for fifteen minutes, so that a report can be read.
 * Enter: live.
 */
export { type ChatMessage, savedMessages, saveMessage } from "./actions.ts";
export { type LineFault, MAX_MESSAGE } from "./chat_message.ts";
