import { calls, ended, type StoredCall } from "../calls/mod.ts";
import { addCallUsage, type Ending } from "../usage/mod.ts";
import type { Deps } from "./deps.ts";
import type { Post } from "./post.ts";
import { tickets } from "./records.ts";

const ATTEMPTS = 6;

/**
 * Ends a call for both, once: room, tickets and usage records with it. `by` is
 * who ended it, or null when nobody of the two did. False when it had ended.
 */
export async function finishCall(
  deps: Deps,
  post: Post,
  id: string,
  by: string | null,
): Promise<boolean> {
  let erased: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const call = await deps.store.get(calls, [id]);
    if (!call || call.value.endedAt !== null) return false;
    const outcome = await tryFinish(deps, post, call, by, erased);
    if (outcome === "done") {
      // Nobody waits for it: the room also ends by itself once both have left.
      void deps.media.closeRoom(call.value.room).catch(() => {});
      return true;
    }
    if (outcome !== "changed") erased = outcome;
  }
  return false;
}

async function tryFinish(
  deps: Deps,
  post: Post,
  call: StoredCall,
  by: string | null,
  erased: string[],
): Promise<"done" | "changed" | string[]> {
  const now = deps.clock.now();
  const people = [call.value.a, call.value.b].filter((account) =>
    account !== null && !erased.includes(account)
  ) as string[];
  const held = await deps.store.getMany(
    tickets,
    people.map((account) => [account] as const),
  );
  const write = deps.store.write().replace(call, ended(call.value, now));
  const hands: (() => void)[] = [];
  people.forEach((account, n) => {
    const ending = endingFor(account, by);
    const { startedAt } = call.value;
    addCallUsage(write, { account, startedAt, endedAt: now, ending });
    const ticket = held[n];
    if (!ticket || ticket.value.call !== call.value.id) return;
    write.remove(ticket);
    hands.push(post.add(write, ticket.value.instance, {
      kind: "ended",
      account,
      call: call.value.id,
      ending,
    }));
  });
  const commit = await write.commit();
  if (commit.ok) {
    hands.forEach((hand) => hand());
    return "done";
  }
  return commit.because === "erased"
    ? [...erased, ...commit.erased]
    : "changed";
}

function endingFor(account: string, by: string | null): Ending {
  if (by === null) return "interrupted";
  return account === by ? "you" : "they";
}
