import { DEFAULT_LOCALE } from "../i18n/mod.ts";
import type { AccountId, Clock } from "../kernel/mod.ts";
import { DAY } from "../kernel/mod.ts";
import type { Store, Stored, ValueOf } from "../store/mod.ts";
import { addNotice, OUTBOX } from "./actions.ts";
import { letterOf } from "./letter.ts";
import { mails, mailWishes } from "./records.ts";
import { nextTry } from "./retry.ts";
import type { Delivery, Mailer } from "./smtp.ts";
import { MAILS } from "./templates.ts";
import { isWanted, type TopicName } from "./topics.ts";

export interface SenderOptions {
  store: Store;
  clock: Clock;
  mailer: Mailer;
  /** Public origin, for links. */
  origin: string;
  /** The confirmed address of an account, or null. */
  addressOf(accountId: AccountId): Promise<string | null>;
  /** The language that a person reads Millo in, or null where none is known. */
  localeOf(accountId: AccountId): Promise<string | null>;
  onError(what: string, error: unknown): void;
}

type Mail = ValueOf<typeof mails>;
type StoredMail = Stored<Mail, readonly [string]>;

/** What became of the mails of one run. */
export interface SendTally {
  sent: number;
  /** Not wanted, without an address, or too late. */
  dropped: number;
  failed: number;
  gaveUp: number;
}

/** Mails of one run, at most; the rest waits for the next. */
const BATCH = 50;

/** Why it is fine that a mail cannot be changed after its try. */
const MOVED = "it was erased, or another process has begun its next try";

/**
 * Empties the outbox. Several processes may do so at once: whoever moves a
 * mail to its next try is the one who makes this try.
 */
export class Sender {
  #running: Promise<SendTally> | null = null;
  #again = false;
  #deaf: (() => void) | null = null;

  constructor(readonly options: SenderOptions) {}

  /** From now on new mails are sent as they come. */
  start(): void {
    const { store, onError } = this.options;
    this.#deaf = store.subscribe(OUTBOX, () => {
      this.run().catch((error) => onError("send mail", error));
    });
  }

  async stop(): Promise<void> {
    this.#deaf?.();
    this.#again = false;
    await this.#running?.catch(() => {});
    this.options.mailer.close();
  }

  /** Whether the mail server can be asked and delivers to such an address. */
  takes(address: string): Promise<boolean> {
    return this.options.mailer.takes(address);
  }

  /** Sends what is due. One at a time: a second call makes it look again. */
  async run(): Promise<SendTally> {
    if (this.#running) this.#again = true;
    this.#running ??= this.#all().finally(() => this.#running = null);
    return await this.#running;
  }

  async #all(): Promise<SendTally> {
    const outcome = { sent: 0, dropped: 0, failed: 0, gaveUp: 0 };
    do {
      this.#again = false;
      const due = await this.#due();
      for (const mail of due) {
        const became = await this.#deliver(mail);
        if (became) outcome[became]++;
        // What came meanwhile may be more urgent than the rest of this batch.
        if (this.#again) break;
      }
    } while (this.#again);
    return outcome;
  }

  async #due(): Promise<StoredMail[]> {
    const { store, clock } = this.options;
    const { items } = await store.list(mails, "byDue", { limit: BATCH });
    const now = clock.now();
    return items.filter(({ value }) => value.dueAt! <= now);
  }

  /** One try; null when another process makes it. */
  async #deliver(stored: StoredMail): Promise<keyof SendTally | null> {
    const mail = await this.#claim(stored);
    if (!mail) return null;
    const to = await this.#addressee(mail.value);
    if (to === null) return await this.#drop(mail);
    const locale = await this.#localeOf(mail.value);
    const { origin } = this.options;
    const letter = letterOf({ ...mail.value, locale }, to, origin);
    const delivery = await this.options.mailer.send(letter);
    if (!delivery.ok) return await this.#failed(mail, delivery);
    await this.options.store.write().remove(mail).commitOrLeave(MOVED);
    return "sent";
  }

  /** Counts the try before it is made: a crash must not make it endless. */
  async #claim(stored: StoredMail): Promise<StoredMail | null> {
    const { store, clock } = this.options;
    const { usefulUntil, tries } = stored.value;
    const now = clock.now();
    const dueAt = nextTry(tries + 1, usefulUntil, now);
    const value = { ...stored.value, tries: tries + 1, dueAt };
    const commit = await store.write().replace(stored, value).commit();
    return commit.ok ? { ...stored, value, version: commit.version } : null;
  }

  /** Where it goes, or null when it goes nowhere. */
  async #addressee(mail: Mail): Promise<string | null> {
    const { clock, addressOf } = this.options;
    const { accountId, to, template, usefulUntil } = mail;
    if (usefulUntil !== null && usefulUntil <= clock.now()) return null;
    // Given for this very mail, and so wanted.
    if (to !== null || accountId === null) return to;
    return await this.#wanted(accountId, MAILS[template].topic)
      ? await addressOf(accountId)
      : null;
  }

  async #localeOf({ accountId, locale }: Mail): Promise<string> {
    const known = locale ??
      (accountId === null ? null : await this.options.localeOf(accountId));
    return known ?? DEFAULT_LOCALE;
  }

  async #wanted(accountId: AccountId, topic: TopicName): Promise<boolean> {
    const { store, clock } = this.options;
    const wish = await store.get(mailWishes, [accountId, topic]);
    const now = clock.now();
    if (wish && wish.value.at + 30 * DAY < now) {
      // A wish lives on while it matters.
      const value = { ...wish.value, at: now };
      await store.write().replace(wish, value)
        .commitOrLeave("the person has just wished anew, or is erased");
    }
    return isWanted(topic, wish?.value.wanted ?? null);
  }

  async #drop(mail: StoredMail): Promise<"dropped"> {
    await this.options.store.write().remove(mail).commitOrLeave(MOVED);
    return "dropped";
  }

  async #failed(
    mail: StoredMail,
    { final, error }: Extract<Delivery, { ok: false }>,
  ): Promise<"failed" | "gaveUp"> {
    if (!final && mail.value.dueAt !== null) return "failed";
    const { store, clock, onError } = this.options;
    onError(`deliver mail ${mail.value.id}`, error);
    const { accountId } = mail.value;
    const write = store.write()
      .replace(mail, { ...mail.value, dueAt: null });
    if (accountId !== null) {
      addNotice(write, {
        accountId,
        template: "mailFailed",
        values: {},
        now: clock.now(),
        mail: false,
      });
    }
    await write.commitOrLeave(MOVED);
    return "gaveUp";
  }
}
