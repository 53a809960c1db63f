import {
  type AccountId,
  type Clock,
  newId,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { faultInMessage, type MessageFault, tidy } from "./chat_message.ts";
import { chatMessages } from "./records.ts";

/** More than anybody reads again; older messages of a call are left out. */
const MAX_MESSAGES = 100;

export interface ChatMessage {
  id: string;
  text: string;
  at: number;
}

/** Checks a message and keeps it for its 15 minutes. */
export async function saveMessage(
  { store, clock }: { store: Store; clock: Clock },
  message: { call: string; from: AccountId; to: AccountId; text: string },
): Promise<Result<ChatMessage, MessageFault | "erased">> {
  const text = tidy(message.text);
  const fault = faultInMessage(text);
  if (fault) return refuse(fault);
  const kept = { id: newId(), text, at: clock.now() };
  const { call, from, to } = message;
  const commit = await store.write()
    .add(chatMessages, { call, from, to, ...kept })
    .commit();
  return commit.ok ? ok(kept) : refuse("erased");
}

/** The messages of a call that are still kept, oldest first, and who wrote each. */
export async function savedMessages(
  store: Store,
  call: string,
): Promise<(ChatMessage & { from: AccountId | null })[]> {
  const page = await store.list(chatMessages, "byCall", {
    of: [call],
    limit: MAX_MESSAGES,
    reverse: true,
  });
  return page.items.map(({ value: { id, text, at, from } }) => ({
    id,
    text,
    at,
    from,
  })).reverse();
}
