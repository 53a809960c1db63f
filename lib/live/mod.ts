export { LiveHub, type LiveHubOptions } from "./live_hub.ts";
export { MAX_FRAME, type Request } from "./forms.ts";
export {
  CHAT_TOPIC,
  type Event,
  PROTOCOL,
  type RoomMessage,
} from "./protocol.ts";
export { Connection, type SocketPort } from "./connection.ts";
export { readFrame } from "./read_frame.ts";
