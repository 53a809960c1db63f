import {
  type Media,
  type MediaEvent,
  MediaUnavailable,
} from "../../lib/calls/mod.ts";

/**
 * A media server that only keeps the books, for rules about people; calls
 * themselves are tested over a real one.
 */
export class MediaBooks implements Media {
  readonly url = "ws://127.0.0.1:1";
  open = new Set<string>();
  opened = 0;
  sent: { room: string; topic: string; payload: unknown }[] = [];
  /** While false, everything fails as if nobody answered. */
  up = true;

  async openRoom(room: string): Promise<void> {
    await this.#answer();
    this.opened++;
    this.open.add(room);
  }

  async closeRoom(room: string): Promise<void> {
    await this.#answer();
    this.open.delete(room);
  }

  async token(room: string, identity: string): Promise<string> {
    await Promise.resolve();
    return `${room}:${identity}`;
  }

  async send(room: string, topic: string, payload: unknown): Promise<void> {
    await this.#answer();
    this.sent.push({ room, topic, payload });
  }

  async rooms(): Promise<Set<string>> {
    await this.#answer();
    return new Set(this.open);
  }

  async ping(): Promise<number> {
    await this.#answer();
    return 0;
  }

  event(): Promise<MediaEvent | null> {
    return Promise.resolve(null);
  }

  async #answer(): Promise<void> {
    await Promise.resolve();
    if (!this.up) throw new MediaUnavailable("Cannot reach the books");
  }
}
