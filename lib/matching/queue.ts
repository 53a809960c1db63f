import { calls } from "../calls/mod.ts";
import { ProcessMailbox, type ProcessMessage } from "../cluster/mod.ts";
import {
  type AccountId,
  refuse,
  type Result,
  type Scheduler,
} from "../kernel/mod.ts";
import { findStanding } from "../standing/mod.ts";
import type { Admission } from "./admission.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";
import { Matcher } from "./matcher.ts";
import {
  joinQueue,
  type JoinRefusal,
  leaveQueue,
  withdraw,
} from "./queue_entries.ts";
import { queueEntries } from "./records.ts";
import { reconcile } from "./reconcile.ts";
import { recover } from "./recover.ts";

/** What a process tells one of its people: a match, an end, or to stay out. */
export type CallMessage = Exclude<ProcessMessage, { kind: "arrived" }>;

export interface QueueOptions {
  deps: Deps;
  scheduler: Scheduler;
  onMessage(message: CallMessage): void;
  /** Told of faults that are ours. Without personal data. */
  onError(what: string, error: unknown): void;
}

/** This process's part in the queue that all processes on a store share. */
export class Queue {
  readonly matcher: Matcher;
  #mailbox: ProcessMailbox;

  constructor(readonly options: QueueOptions) {
    const { deps, scheduler } = options;
    const { store, clock, self } = deps;
    this.#mailbox = new ProcessMailbox(
      store,
      clock,
      self,
      (message) => this.#hear(message),
    );
    this.matcher = new Matcher(deps, this.#mailbox, scheduler);
  }

  async start(): Promise<void> {
    const { deps } = this.options;
    if (deps.store.exclusive) await recover(deps, this.#mailbox);
    this.#mailbox.start();
    await this.matcher.start();
  }

  async stop(): Promise<void> {
    await this.matcher.stop();
    this.#mailbox.stop();
  }

  /** Puts a person in the queue and wakes the matcher, here or elsewhere. */
  async join(
    admission: Admission,
    lastCall: string | null,
  ): Promise<Result<void, JoinRefusal>> {
    const { deps } = this.options;
    const { accountId } = admission;
    const { leader, leading } = this.matcher;
    const joined = await joinQueue(deps, admission, lastCall, (write) => {
      if (leader === null || leading) return;
      this.#mailbox.add(write, leader, { kind: "arrived", accountId });
    });
    if (!joined.ok) return joined;
    if (await this.#isOut(accountId)) {
      await this.withdraw(accountId);
      return refuse("sanctioned");
    }
    await this.matcher.arrived(accountId);
    return joined;
  }

  /**
   * Asked anew once their entry is there: whoever was let in a moment ago may
   * have been parted since, and nobody looks for them a second time.
   */
  async #isOut(accountId: AccountId): Promise<boolean> {
    const { store, clock } = this.options.deps;
    return (await findStanding(store, accountId, clock.now())).out !== null;
  }

  /** See leaveQueue. */
  leave(accountId: AccountId): Promise<boolean> {
    this.matcher.left(accountId);
    return leaveQueue(this.options.deps, accountId);
  }

  /** See withdraw. */
  withdraw(accountId: AccountId): Promise<void> {
    this.matcher.left(accountId);
    return withdraw(this.options.deps, this.#mailbox, accountId);
  }

  /**
   * Takes a person out of queue and call whom a sanction keeps out, once it is
   * written. They are told through the process that holds their socket.
   */
  async part(accountId: AccountId): Promise<void> {
    const { store } = this.options.deps;
    const entry = await store.get(queueEntries, [accountId]);
    await this.withdraw(accountId);
    if (!entry) return;
    const write = store.write();
    const message = { kind: "parted", accountId } as const;
    const tell = this.#mailbox.add(write, entry.value.instance, message);
    if (entry.value.instance !== this.options.deps.self) {
      await write.commitOrLeave(
        "they are out, and hear of it at their next try",
      );
    }
    tell();
  }

  /** See finishCall. */
  finish(callId: string, by: string | null): Promise<boolean> {
    return finishCall(this.options.deps, this.#mailbox, callId, by);
  }

  /** The media server says that a room is gone. */
  async roomFinished(room: string): Promise<void> {
    for await (
      const call of this.options.deps.store.eachIn(calls, "byRoom", [room])
    ) {
      await this.finish(call.value.id, null);
    }
  }

  /** See reconcile. */
  reconcile(): Promise<number> {
    return reconcile(this.options.deps, this.#mailbox);
  }

  #hear(message: ProcessMessage): void {
    const { onMessage, onError } = this.options;
    if (message.kind !== "arrived") return onMessage(message);
    void this.matcher.arrived(message.accountId)
      .catch((error) => onError("note an arrival", error));
  }
}
