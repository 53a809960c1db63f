export { Floor, type FloorOptions } from "./floor.ts";
export { LARGEST_FRAME, type Request } from "./forms.ts";
export {
  type Event,
  LINE_TOPIC,
  type LineInRoom,
  PROTOCOL,
} from "./protocol.ts";
export { Person, type Wire } from "./person.ts";
export { readFrame } from "./read_frame.ts";
