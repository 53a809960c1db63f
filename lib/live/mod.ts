/**
 * For: the live page's server half: who is there, what they ask, what they are told.
 * Keeps: nothing itself; connections live in memory and end with their sockets.
 * Enter: the edge, with a socket whose person has passed gate and consent.
 */
export { LiveHub, type LiveHubOptions } from "./live_hub.ts";
export { MAX_FRAME, type Request } from "./forms.ts";
export {
  CHAT_TOPIC,
  type Event,
  PROTOCOL,
  type RoomMessage,
} from "./protocol.ts";
export type { Connection } from "./connection.ts";
export type { SocketPort } from "./ports.ts";
export { readFrame } from "./read_frame.ts";
