export { Floor, type FloorOptions } from "./floor.ts";
export {
  type Event,
  LARGEST_FRAME,
  LINE_TOPIC,
  type LineInRoom,
  PROTOCOL,
  type Request,
} from "./forms.ts";
export { Person, type Wire } from "./person.ts";
export { readFrame } from "./read_frame.ts";
