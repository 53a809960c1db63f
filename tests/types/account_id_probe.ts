/** Compiles only if no other text passes for an account's id; never run. */
import { accounts, sessions } from "../../lib/accounts/records.ts";
import { type AccountId, newAccountId, newId } from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import type { Store, ValueOf } from "../../lib/store/mod.ts";

export async function probe(store: Store, typed: string): Promise<void> {
  const id: AccountId = newAccountId();
  const text: string = id;
  const account = await store.get(accounts, [id]);
  const read: AccountId | undefined = account?.value.id;
  // @ts-expect-error what somebody typed is no account's id
  await store.get(accounts, [typed]);
  // @ts-expect-error nor is any random id
  await store.get(queueEntries, [newId()]);
  // @ts-expect-error nor is the id once it was only a text
  await store.get(accounts, [text]);
  // @ts-expect-error nor is the digest of a session
  const digest: AccountId = ({} as ValueOf<typeof sessions>).tokenDigest;
  // @ts-expect-error nor may a record name somebody by a text
  store.write().add(accounts, { id: typed, createdDay: 0, seenDay: 0 });
  void [read, digest];
}
