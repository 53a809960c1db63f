import type { AccountId } from "../kernel/mod.ts";
import type { Presence } from "../matching/mod.ts";
import type { Staff } from "../staff/mod.ts";
import { type Change, mayHear } from "./change.ts";
import type { ByeReason, StreamEvent } from "./events.ts";

/** The line to a browser. */
export interface StreamPort {
  /** False where the browser leaves too much unread to be told more. */
  send(event: StreamEvent): boolean;
  close(): void;
}

/** One open page of the back office. */
export class Follower {
  #presence: Presence | null = null;
  #ended = false;

  constructor(
    readonly staff: Staff,
    readonly port: StreamPort,
    /** The index of the last entry that it has been told, or need not be. */
    public index: number,
    /** Whom the case is about that the page shows; null for no such page. */
    readonly person: AccountId | null,
    readonly onEnd: (follower: Follower) => void,
  ) {}

  get session(): string {
    return this.staff.facts.session;
  }

  /** Tells of a change, unless it was told or is not for this person. */
  tell(change: Change): void {
    const { index, number, team, kind, by } = change;
    if (index <= this.index || !mayHear(this.staff, change)) return;
    const own = by === this.staff.staffId;
    this.send({
      type: "change",
      id: index,
      data: { number, team, kind, own },
    });
  }

  tellPresence(presence: Presence): void {
    if (presence === this.#presence) return;
    this.#presence = presence;
    this.send({ type: "presence", data: { presence } });
  }

  /** A browser that does not read is let go: it comes back and goes on. */
  send(event: StreamEvent): void {
    if (!this.#ended && !this.port.send(event)) this.end("again");
  }

  end(reason: ByeReason): void {
    if (this.#ended) return;
    this.port.send({ type: "bye", data: { reason } });
    this.leave();
    this.port.close();
  }

  /** The browser has gone. */
  leave(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.onEnd(this);
  }
}
