import type { RoomMessage } from "../live/protocol.ts";

export interface TalkMessage {
  id: string;
  from: "me" | "them";
  text: string;
  failed?: boolean;
}

/** The text of one call. */
export interface ChatState {
  shown: readonly TalkMessage[];
  /** What is on its way to the server, by the page's own number for it. */
  sent: ReadonlyMap<number, string>;
  nextRef: number;
}

export const NO_CHAT: ChatState = { shown: [], sent: new Map(), nextRef: 0 };

/** What the page shows at most; older messages scroll out for good. */
const MAX_MESSAGES = 200;

/** For the next call. Numbers go on, so that a late answer meets no new message. */
export function clearedChat({ nextRef }: ChatState): ChatState {
  return { ...NO_CHAT, nextRef };
}

/** Remembers a message on its way, under `nextRef`. */
export function withSent(chat: ChatState, text: string): ChatState {
  return {
    ...chat,
    sent: new Map(chat.sent).set(chat.nextRef, text),
    nextRef: chat.nextRef + 1,
  };
}

/** The server has it: shown at once, though the room may bring it again. */
export function withSaid(
  chat: ChatState,
  { ref, id, text }: { ref: number; id: string; text: string },
): ChatState {
  return withShown(without(chat, ref), { id, from: "me", text });
}

/** The server refused it: shown as not sent. */
export function withUnsaid(chat: ChatState, ref: number): ChatState {
  const text = chat.sent.get(ref);
  if (text === undefined) return chat;
  const id = `unsaid-${ref}`;
  return withShown(without(chat, ref), { id, from: "me", text, failed: true });
}

/** A message may come twice: through the room, and told again. */
export function withArrived(
  chat: ChatState,
  { id, from, text }: RoomMessage,
  me: string,
): ChatState {
  return withShown(chat, { id, from: from === me ? "me" : "them", text });
}

function withShown(chat: ChatState, message: TalkMessage): ChatState {
  if (chat.shown.some(({ id }) => id === message.id)) return chat;
  return { ...chat, shown: [...chat.shown, message].slice(-MAX_MESSAGES) };
}

function without(chat: ChatState, ref: number): ChatState {
  const sent = new Map(chat.sent);
  sent.delete(ref);
  return { ...chat, sent };
}
