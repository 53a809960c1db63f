export { type ChatMessage, savedMessages, saveMessage } from "./actions.ts";
export { type LineFault, MAX_MESSAGE } from "./chat_message.ts";
