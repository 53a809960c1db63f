import { signal } from "@preact/signals";
import type { RoomMessage } from "../live/protocol.ts";

export interface TalkLine {
  id: string;
  from: "me" | "them";
  text: string;
  failed?: boolean;
}

const MAX_MESSAGES = 200;

/** The text of one call. A line is shown when the server has it. */
export class Lines {
  readonly shown = signal<readonly TalkLine[]>([]);
  #sent = new Map<number, string>();
  #refs = 0;

  clear(): void {
    this.shown.value = [];
    this.#sent.clear();
  }

  /** Remembers a line on its way; answers the name for it. */
  send(text: string): number {
    const ref = this.#refs++;
    this.#sent.set(ref, text);
    return ref;
  }

  /** The server has it: shown at once, though the room may bring it again. */
  said({ ref, id, text }: { ref: number; id: string; text: string }): void {
    this.#sent.delete(ref);
    this.#show({ id, from: "me", text });
  }

  unsaid(ref: number): void {
    const text = this.#sent.get(ref);
    this.#sent.delete(ref);
    if (text === undefined) return;
    this.#show({ id: `unsaid-${ref}`, from: "me", text, failed: true });
  }

  /** A line may come twice: through the room, and told again. */
  arrived({ id, from, text }: RoomMessage, me: string): void {
    this.#show({ id, from: from === me ? "me" : "them", text });
  }

  #show(line: TalkLine): void {
    if (this.shown.value.some(({ id }) => id === line.id)) return;
    this.shown.value = [...this.shown.value, line].slice(-MAX_MESSAGES);
  }
}
