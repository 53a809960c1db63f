/** What Millo asks of a media server. */
export interface Media {
  /** URL for browsers. */
  readonly url: string;
  /** Makes a room for two. Throws MediaUnavailable. */
  openRoom(room: string): Promise<void>;
  /** Ends a room and sends both out; ending what is gone is fine. */
  closeRoom(room: string): Promise<void>;
  /** Lets one identity into one room: media only, within 60 s. */
  token(room: string, identity: string): Promise<string>;
  /** Sends to all who are in the room. */
  send(room: string, topic: string, payload: unknown): Promise<void>;
  /** Names of the rooms that exist. */
  rooms(): Promise<Set<string>>;
  /** Milliseconds to an answer. */
  ping(): Promise<number>;
  /** The event of a signed webhook; null when the signature is not ours. */
  event(body: string, authorization: string): Promise<MediaEvent | null>;
}

export interface MediaEvent {
  kind: string;
  room: string | null;
  identity: string | null;
}

/** The media server does not answer. */
export class MediaUnavailable extends Error {
  override name = "MediaUnavailable";
}
