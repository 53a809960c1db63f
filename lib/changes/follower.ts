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

export interface FollowerOptions {
  staff: Staff;
  port: StreamPort;
  /** The index of the last entry that it has been told, or need not be. */
  index: number;
  /** The newest entry when it was opened. */
  openedAt: number;
  /** Whom the case is about that the page shows; null for no such page. */
  person: AccountId | null;
  onEnd(follower: Follower): void;
}

/** One open page of the back office. */
export class Follower {
  index: number;
  #presence: Presence | null = null;
  #ended = false;

  constructor(readonly options: FollowerOptions) {
    this.index = options.index;
  }

  get staff(): Staff {
    return this.options.staff;
  }

  get person(): AccountId | null {
    return this.options.person;
  }

  get session(): string {
    return this.staff.facts.session;
  }

  /**
   * Whether an entry takes away what this page was opened with. What its reader
   * could do before it was opened is none of its business.
   */
  isEndedBy({ index }: { index: number }, ended: string | null): boolean {
    return ended === this.staff.staffId && index > this.options.openedAt;
  }

  /** Tells of a change, unless it is not for this person. */
  tell(change: Change): void {
    const { index, number, team, kind, by } = change;
    if (!mayHear(this.staff, change)) return;
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
    if (!this.#ended && !this.options.port.send(event)) this.end("again");
  }

  end(reason: ByeReason): void {
    if (this.#ended) return;
    this.options.port.send({ type: "bye", data: { reason } });
    this.leave();
    this.options.port.close();
  }

  /** The browser has gone. */
  leave(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.options.onEnd(this);
  }
}
