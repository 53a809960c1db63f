import {
  AUDIT_CHANNEL,
  type AuditEntry,
  entriesAfter,
  newestIndex,
} from "../audit/mod.ts";
import {
  type AccountId,
  type Cancel,
  type Clock,
  type Millis,
  ok,
  refuse,
  type Result,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import { presencesOf } from "../matching/mod.ts";
import { type Team, teamsOf } from "../safety/mod.ts";
import { findStaffAccount, openSessions, type Staff } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { caseIn, changeOf, endsStreamsOf } from "./change.ts";
import { Follower, type StreamPort } from "./follower.ts";

/** How often a stream shows that it is there, and sessions are looked at. */
export const BEAT: Millis = 10 * SECOND;
/** Streams of one session; more than one person can look at. */
export const MAX_PER_SESSION = 6;
/** Streams of one process. */
export const MAX_STREAMS = 500;
/** Whoever missed more entries than these is told to look at everything. */
export const MAX_BEHIND = 500;
/** Teams of cases that are kept in mind. */
const MAX_TEAMS = 10_000;

export interface ChangeFeedOptions {
  store: Store;
  clock: Clock;
  scheduler: Scheduler;
  /** Told of faults that are ours. Without personal data. */
  onError(what: string, error: unknown): void;
}

export type FollowRefusal =
  /** The process has no room for another stream, or stops. */
  | "full"
  /** What somebody may do was changed since it was looked up. */
  | "changed";

export interface Following {
  staff: Staff;
  port: StreamPort;
  /** The index after which to go on; null for what comes from now on. */
  since: number | null;
  /** Whose presence is told as well; null for nobody's. */
  person: AccountId | null;
}

/**
 * Tells open pages of the back office what changes, whichever process changed
 * it. The audit log is what it reads: every change of a case has an entry
 * there, in one order for all processes, so that a page which lost its stream
 * goes on after the last entry that it heard of. One watch a process, and none
 * while nobody follows.
 */
export class ChangeFeed {
  #followers = new Set<Follower>();
  #teams = new Map<string, Team>();
  #looking: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #stops: Cancel[] = [];

  constructor(readonly options: ChangeFeedOptions) {}

  /** How many streams are open through this process. */
  get size(): number {
    return this.#followers.size;
  }

  /**
   * Opens a stream. The oldest of a session that has too many gives way;
   * refused where the process has too many, and to whom what they may do has
   * just changed. Throws StoreUnavailable.
   */
  async follow(
    { staff, port, since, person }: Following,
  ): Promise<Result<Follower, FollowRefusal>> {
    const newest = await newestIndex(this.options.store);
    // What changes from here on is told by the log, and ends the stream.
    if (!await this.#isAsBefore(staff)) return refuse("changed");
    if (this.#closed || this.size >= MAX_STREAMS) return refuse("full");
    const behind = newest - (since ?? newest);
    const isLost = behind < 0 || behind > MAX_BEHIND;
    const index = isLost ? newest : since ?? newest;
    const follower = new Follower({
      ...{ staff, port, index, person, openedAt: newest },
      onEnd: (gone) => this.#remove(gone),
    });
    this.#makeRoom(follower.session);
    this.#followers.add(follower);
    if (this.size === 1) this.#start();
    if (isLost) follower.send({ type: "all", id: newest, data: {} });
    await this.#tellPresences([follower]);
    await this.look();
    return ok(follower);
  }

  /** Says what the log has that was not told yet; two looks at once are one. */
  look(): Promise<void> {
    if (this.#looking) this.#again = true;
    else this.#looking = this.#lookUntilDone();
    return this.#looking;
  }

  /** Ends every stream; waits for what is under way. */
  async stop(): Promise<void> {
    this.#closed = true;
    for (const follower of [...this.#followers]) follower.end("restart");
    await this.#looking;
  }

  #start(): void {
    const { store, scheduler } = this.options;
    this.#stops = [
      store.subscribe(AUDIT_CHANNEL, () => void this.look()),
      scheduler.every(BEAT, () => this.#beat()),
    ];
  }

  #remove(follower: Follower): void {
    if (!this.#followers.delete(follower) || this.size > 0) return;
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** What somebody may do was looked up before their stream was opened. */
  async #isAsBefore({ staffId, facts }: Staff): Promise<boolean> {
    const account = await findStaffAccount(this.options.store, staffId);
    return account?.roles.join() === facts.roles.join();
  }

  #makeRoom(session: string): void {
    const [oldest, ...rest] = [...this.#followers]
      .filter((follower) => follower.session === session);
    if (rest.length + 1 >= MAX_PER_SESSION) oldest?.end("elsewhere");
  }

  async #lookUntilDone(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#read();
      } while (this.#again);
    } catch (error) {
      // The next entry, or the next beat, has it looked at again.
      this.options.onError("read what has changed", error);
    } finally {
      this.#looking = null;
    }
  }

  /** From where the last follower stands to the end of the log. */
  async #read(): Promise<void> {
    while (this.size > 0) {
      const from = Math.min(...[...this.#followers].map(({ index }) => index));
      const entries = await entriesAfter(this.options.store, from);
      if (entries.length === 0) return;
      await this.#findTeams(entries);
      for (const entry of entries) this.#tell(entry);
    }
  }

  #tell(entry: AuditEntry): void {
    const number = caseIn(entry);
    const team = number === null ? undefined : this.#teams.get(number);
    const ended = endsStreamsOf(entry);
    for (const follower of [...this.#followers]) {
      if (follower.index >= entry.index) continue;
      if (follower.isEndedBy(entry, ended)) follower.end("again");
      else if (number !== null && team) {
        follower.tell(changeOf(entry, number, team));
      }
      follower.index = entry.index;
    }
  }

  async #findTeams(entries: readonly AuditEntry[]): Promise<void> {
    const numbers = entries.map(caseIn)
      .filter((number) => number !== null && !this.#teams.has(number));
    if (numbers.length === 0) return;
    if (this.#teams.size > MAX_TEAMS) this.#teams.clear();
    const found = await teamsOf(this.options.store, numbers as string[]);
    for (const [number, team] of found) this.#teams.set(number, team);
  }

  async #beat(): Promise<void> {
    try {
      await this.#endLapsed();
      const followers = [...this.#followers];
      for (const follower of followers) {
        follower.send({ type: "beat", data: {} });
      }
      await this.#tellPresences(followers);
    } catch (error) {
      this.options.onError("look after open streams", error);
    }
    // A watch of the store may have broken without a word.
    await this.look();
  }

  async #endLapsed(): Promise<void> {
    const { store, clock } = this.options;
    const sessions = new Set([...this.#followers].map((one) => one.session));
    const open = await openSessions(store, [...sessions], clock.now());
    for (const follower of [...this.#followers]) {
      if (!open.has(follower.session)) follower.end("signed_out");
    }
  }

  async #tellPresences(followers: readonly Follower[]): Promise<void> {
    const watching = followers.filter(({ person }) => person !== null);
    if (watching.length === 0) return;
    const presences = await presencesOf(
      this.options.store,
      watching.map(({ person }) => person!),
    );
    for (const [n, follower] of watching.entries()) {
      follower.tellPresence(presences[n]);
    }
  }
}
