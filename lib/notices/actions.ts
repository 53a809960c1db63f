import { type AccountId, type Millis, newId } from "../kernel/mod.ts";
import type { Store, ValueOf, Write } from "../store/mod.ts";
import { MAX_PAGES } from "./forms.ts";
import { mails, mailWishes, notices } from "./records.ts";
import {
  type MailName,
  MAILS,
  type NoticeName,
  type Values,
  type ValuesOf,
} from "./templates.ts";
import { isWanted, OPTIONAL_TOPICS, type OptionalTopic } from "./topics.ts";

/** Published to whenever a mail is added. */
export const OUTBOX = "outbox";

/** More than this many unread messages are not counted. */
export const MAX_UNREAD = 10;

const PAGE_SIZE = 20;

export interface NewMail<Name extends MailName> {
  /** An address as given, or null for the confirmed one of the account. */
  to: string | null;
  accountId: AccountId | null;
  template: Name;
  values: ValuesOf<Name>;
  /** Left out or null for the language of the account. */
  locale?: string | null;
  now: Millis;
  /** When it stops being worth sending, such as the end of a code. */
  usefulUntil?: Millis;
  /** Goes before everything else that waits. */
  urgent?: boolean;
}

/** Adds a mail to the outbox; it is sent soon after the commit. */
export function addMail<Name extends MailName>(
  write: Write,
  { usefulUntil, urgent, now, values, locale, ...mail }: NewMail<Name>,
): void {
  write.publish(OUTBOX).add(mails, {
    ...mail,
    id: newId(),
    locale: locale ?? null,
    values: MAILS[mail.template].values.parse(values) as Values,
    tries: 0,
    // The outbox is emptied by this time, the earliest first.
    dueAt: urgent ? 0 : now,
    usefulUntil: usefulUntil ?? null,
    createdAt: now,
  });
}

export interface NewNotice<Name extends NoticeName> {
  accountId: AccountId;
  template: Name;
  values: ValuesOf<Name>;
  /**
   * Left out or null for the language of the account: whoever decides about
   * somebody writes in another page's language than they read.
   */
  locale?: string | null;
  now: Millis;
  /** Also to the account's address, if it has one and wants the topic. */
  mail: boolean;
}

/** Adds a message to a person's inbox. */
export function addNotice<Name extends NoticeName>(
  write: Write,
  { locale, now, mail, ...notice }: NewNotice<Name>,
): void {
  const { accountId, template, values } = notice;
  write.add(notices, {
    accountId,
    template,
    id: newId(),
    values: MAILS[template].values.parse(values) as Values,
    at: now,
    unreadSince: now,
  });
  if (mail) addMail(write, { ...notice, to: null, locale, now });
}

export type Notice = ValueOf<typeof notices>;

/** One page of the inbox, newest first; pages count from 1. */
export async function listNotices(
  store: Store,
  accountId: AccountId,
  page: number,
): Promise<{ notices: Notice[]; more: boolean }> {
  const limit = page * PAGE_SIZE + 1;
  const options = { of: [accountId], limit, reverse: true };
  const { items } = await store.list(notices, "byAccount", options);
  return {
    notices: items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map(({ value }) => value),
    more: page < MAX_PAGES && items.length > page * PAGE_SIZE,
  };
}

/** How many messages are unread, up to MAX_UNREAD. */
export async function countUnread(
  store: Store,
  accountId: AccountId,
): Promise<number> {
  const options = { of: [accountId], limit: MAX_UNREAD };
  return (await store.list(notices, "unread", options)).items.length;
}

/** A message of this person, from now on read; null if it is not theirs. */
export async function openNotice(
  store: Store,
  accountId: AccountId,
  id: string,
): Promise<Notice | null> {
  const stored = await store.get(notices, [id]);
  if (stored?.value.accountId !== accountId) return null;
  if (stored.value.unreadSince !== null) {
    const read = { ...stored.value, unreadSince: null };
    await store.write().replace(stored, read)
      .commitOrLeave("it was opened in another window, or erased");
  }
  return stored.value;
}

/** The topics with a switch, and how each is set. */
export async function wishesOf(
  store: Store,
  accountId: AccountId,
): Promise<Record<OptionalTopic, boolean>> {
  const keys = OPTIONAL_TOPICS.map((topic) => [accountId, topic] as const);
  const found = await store.getMany(mailWishes, keys);
  return Object.fromEntries(
    OPTIONAL_TOPICS.map((topic, n) => [
      topic,
      isWanted(topic, found[n]?.value.wanted ?? null),
    ]),
  ) as Record<OptionalTopic, boolean>;
}

/** Puts every wish that is named into a write. */
export async function addWishes(
  store: Store,
  write: Write,
  { accountId, wanted, at }: {
    accountId: AccountId;
    wanted: Partial<Record<OptionalTopic, boolean>>;
    at: Millis;
  },
): Promise<void> {
  for (const topic of OPTIONAL_TOPICS) {
    const wish = wanted[topic];
    if (wish === undefined) continue;
    await putWish(store, write, { accountId, topic, wanted: wish, at });
  }
}

/** Puts one wish into a write. */
export async function putWish(
  store: Store,
  write: Write,
  wish: {
    accountId: AccountId;
    topic: OptionalTopic;
    wanted: boolean;
    at: Millis;
  },
): Promise<void> {
  const old = await store.get(mailWishes, [wish.accountId, wish.topic]);
  write.put(old, mailWishes, wish);
}

/**
 * Since when the mail waits that waits the longest; null where none is due.
 * Mail that is due for minutes says that the mail server does not take it.
 */
export async function mailWaitsSince(
  store: Store,
  now: Millis,
): Promise<Millis | null> {
  const { items: [first] } = await store.list(mails, "byDue", { limit: 1 });
  if (!first || first.value.dueAt! > now) return null;
  return Math.max(first.value.dueAt!, first.value.createdAt);
}
