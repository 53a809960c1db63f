/**
 * For: the messages that two people write to each other in a call.
 * Keeps: a message for fifteen minutes, so that a report can be read.
 * Enter: live.
 */
export { type ChatMessage, savedMessages, saveMessage } from "./actions.ts";
export { MAX_MESSAGE, type MessageFault } from "./chat_message.ts";
