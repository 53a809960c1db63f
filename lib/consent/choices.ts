import { translator } from "../i18n/mod.ts";
import { type AccountId, newId, sha256 } from "../kernel/mod.ts";
import { putWish } from "../notices/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import type { ConsentFacts } from "./actions.ts";
import { type Choice, CHOICES, isGiven, WORDING } from "./choice.ts";
import { consents } from "./records.ts";

/** Events at one instant are few; more than these are not read. */
const NEWEST = 50;

/** Whether this person's yes to a purpose stands. */
export async function hasGiven(
  store: Store,
  accountId: AccountId,
  purpose: Choice,
): Promise<boolean> {
  const { items } = await store.list(consents, "byPurpose", {
    of: [accountId, purpose],
    limit: NEWEST,
    reverse: true,
  });
  return isGiven(items.map(({ value }) => value), purpose);
}

/** Every choice of a person as it stands. */
export async function choicesOf(
  store: Store,
  accountId: AccountId,
): Promise<Record<Choice, boolean>> {
  const given = await Promise.all(
    CHOICES.map((purpose) => hasGiven(store, accountId, purpose)),
  );
  return Object.fromEntries(
    CHOICES.map((purpose, n) => [purpose, given[n]]),
  ) as Record<Choice, boolean>;
}

/** Adds a yes or a withdrawal to a write; a yes to mail also turns on news. */
export async function addChoice(
  store: Store,
  write: Write,
  said: ConsentFacts,
  purpose: Choice,
  given: boolean,
): Promise<void> {
  const { accountId, locale, surface, now: at } = said;
  write.add(consents, {
    ...{ id: newId(), accountId, purpose, locale, surface, at },
    version: WORDING,
    textHash: sha256(wordsOf(purpose, locale)),
    choice: given ? "given" : "withdrawn",
  });
  if (purpose !== "mail") return;
  await putWish(store, write, { accountId, topic: "news", wanted: given, at });
}

/** Says it once: what stands already is not said again. */
export async function choose(
  store: Store,
  said: ConsentFacts,
  purpose: Choice,
  given: boolean,
): Promise<boolean> {
  const done = await store.transact((write) =>
    addChoiceOnce(store, write, said, purpose, given)
  );
  return done.ok;
}

/** The same in a write with more in it. */
export async function addChoiceOnce(
  store: Store,
  write: Write,
  said: ConsentFacts,
  purpose: Choice,
  given: boolean,
): Promise<void> {
  if (await hasGiven(store, said.accountId, purpose) === given) return;
  await addChoice(store, write, said, purpose, given);
}

/** The very words beside the box or button, in the language they were read. */
export function wordsOf(purpose: Choice, locale: string): string {
  const t = translator(locale as Parameters<typeof translator>[0]);
  return `${t(`choice.${purpose}.label`)}\n${t(`choice.${purpose}.hint`)}`;
}
