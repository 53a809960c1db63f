import {
  type AccountId,
  type Clock,
  type Millis,
  newId,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import { addMail, addNotice } from "../notices/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import type { Question } from "./forms.ts";
import { numberFrom, readNumber } from "./number.ts";
import { supportMessages, tickets } from "./records.ts";

export type Ticket = ValueOf<typeof tickets>;
type StoredTicket = Stored<Ticket, readonly [string]>;

export interface SupportDeps {
  store: Store;
  clock: Clock;
}

/** Who asks: somebody with an inbox, or a visitor with an address. */
export interface Asker {
  accountId: AccountId | null;
  locale: string;
}

/**
 * Keeps a question and answers its number. The same form sent again is the
 * same question.
 */
export async function ask(
  deps: SupportDeps,
  question: Question,
  asker: Asker,
): Promise<Result<string, "erased">> {
  let random = question.form;
  const number = await deps.store.transactOrThrow(
    "keep a question",
    async (write) => {
      const sent = await deps.store.get(supportMessages, [question.form]);
      if (sent && isSame(sent.value, question, asker)) {
        return sent.value.number;
      }
      // Another text in a form that was sent before: a question of its own.
      if (sent) question = { ...question, form: newId() };
      const number = await addQuestion(deps, write, question, asker, random);
      // Refused where somebody else has that number.
      random = newId();
      return number;
    },
  );
  return number === null ? refuse("erased") : ok(number);
}

function isSame(
  sent: { accountId: AccountId | null; asked: string | null },
  question: Question,
  { accountId }: Asker,
): boolean {
  return sent.accountId === accountId && sent.asked === question.text;
}

/** Adds the question to its ticket, new unless it goes on; its number. */
async function addQuestion(
  { store, clock }: SupportDeps,
  write: Write,
  question: Question,
  asker: Asker,
  random: string,
): Promise<string> {
  const now = clock.now();
  const earlier = await ownTicket(store, asker.accountId, question.ticket);
  const number = earlier?.value.number ?? numberFrom(random);
  const { address, about, text, form } = question;
  const asked = { state: "open", changedAt: now } as const;
  if (earlier) write.replace(earlier, { ...earlier.value, ...asked, address });
  else {
    const ticket = { ...asker, ...asked, number, address, about };
    write.create(tickets, { ...ticket, openedAt: now });
  }
  write.create(supportMessages, {
    id: form,
    number,
    accountId: asker.accountId,
    asked: text,
    answered: null,
    at: now,
  });
  acknowledge(write, number, asker, now);
  return number;
}

/** In the inbox only: nobody has shown yet that the address is theirs. */
function acknowledge(
  write: Write,
  number: string,
  { accountId, locale }: Asker,
  now: Millis,
): void {
  if (accountId === null) return;
  addNotice(write, {
    accountId,
    template: "supportReceived",
    values: { number },
    locale,
    now,
    mail: false,
  });
}

/** The ticket of that number if this person asked it and it is not closed. */
export async function ownTicket(
  store: Store,
  accountId: AccountId | null,
  typed: string | undefined,
): Promise<StoredTicket | null> {
  const number = readNumber(typed ?? "");
  if (accountId === null || number === null) return null;
  const stored = await store.get(tickets, [number]);
  return stored?.value.accountId === accountId &&
      stored.value.state !== "closed"
    ? stored
    : null;
}

export type AnswerRefusal = "unknown" | "closed" | "changed" | "erased";

/** Answers a question: to the inbox, to the address that was given, or both. */
export async function answerTicket(
  { store, clock }: SupportDeps,
  { number, text }: { number: string; text: string },
): Promise<Result<null, AnswerRefusal>> {
  const stored = await store.get(tickets, [number]);
  if (!stored) return refuse("unknown");
  if (stored.value.state === "closed") return refuse("closed");
  const now = clock.now();
  const write = store.write()
    .replace(stored, { ...stored.value, state: "answered", changedAt: now })
    .add(supportMessages, {
      id: newId(),
      number,
      accountId: stored.value.accountId,
      asked: null,
      answered: text,
      at: now,
    });
  tellAsker(write, stored.value, text, now);
  const commit = await write.commit();
  return commit.ok ? ok(null) : refuse(commit.reason);
}

/** Ends the conversation under a number; a new question gets a new one. */
export async function closeTicket(
  { store, clock }: SupportDeps,
  number: string,
): Promise<Result<null, AnswerRefusal>> {
  const stored = await store.get(tickets, [number]);
  if (!stored) return refuse("unknown");
  const changedAt = clock.now();
  const commit = await store.write()
    .replace(stored, { ...stored.value, state: "closed", changedAt })
    .commit();
  return commit.ok ? ok(null) : refuse(commit.reason);
}

function tellAsker(
  write: Write,
  { accountId, address, number, locale }: Ticket,
  answer: string,
  now: Millis,
): void {
  const told = {
    template: "supportAnswered",
    values: { number, answer },
    locale,
    now,
  } as const;
  if (accountId !== null) {
    // The address of the question goes before that of the account.
    addNotice(write, { ...told, accountId, mail: address === null });
  }
  if (address !== null) addMail(write, { ...told, accountId, to: address });
}
