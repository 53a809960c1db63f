import type { Media } from "../calls/mod.ts";
import type { Clock } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";

/** What the actions of this room work with. */
export interface Deps {
  store: Store;
  clock: Clock;
  media: Media;
  /** The id of this process. */
  self: string;
}
