import { newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Actor } from "../staff/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { MAX_REPLIES } from "./forms.ts";
import { savedReplies } from "./records.ts";

export type SavedReply = ValueOf<typeof savedReplies>;

/** Whose a reply is that everybody may use. */
const HOUSE = "house";

type ReplyDeps = Pick<SafetyDeps, "store" | "clock" | "auditLog">;

export interface SavedReplies {
  house: readonly SavedReply[];
  own: readonly SavedReply[];
}

/** What somebody may use: everybody's replies and their own, by title. */
export async function repliesFor(
  store: Store,
  { staffId }: { staffId: string },
): Promise<SavedReplies> {
  const [house, own] = await Promise.all([
    repliesOf(store, HOUSE),
    repliesOf(store, staffId),
  ]);
  return { house, own };
}

async function repliesOf(store: Store, owner: string): Promise<SavedReply[]> {
  const { items } = await store.list(savedReplies, "byOwner", {
    of: [owner],
    limit: MAX_REPLIES,
  });
  return items.map(({ value }) => value);
}

export interface ReplyWanted {
  /** Null for a new one. */
  id: string | null;
  title: string;
  text: string;
  isShared: boolean;
}

/** Makes a reply, or changes one. Throws StoreUnavailable. */
export async function saveReply(
  { store, clock, auditLog }: ReplyDeps,
  actor: Actor<"reply.write">,
  { id, title, text, isShared }: ReplyWanted,
): Promise<Result<SavedReply, "unknown" | "full">> {
  const owner = isShared ? HOUSE : actor.staffId;
  const done = await auditLog.transactOrThrow(
    "save a reply",
    async (write, audit): Promise<Result<SavedReply, "unknown" | "full">> => {
      const found = id === null ? null : await store.get(savedReplies, [id]);
      if (id !== null && !mayChange(actor, found?.value)) {
        return refuse("unknown");
      }
      const moves = found?.value.owner !== owner;
      if (moves && (await repliesOf(store, owner)).length >= MAX_REPLIES) {
        return refuse("full");
      }
      const reply = {
        ...{ id: found?.value.id ?? newId(), owner, title, text },
        ...{ by: actor.staffId, at: clock.now() },
      };
      write.put(found, savedReplies, reply);
      audit({
        actor: { kind: "staff", id: actor.staffId },
        action: found ? "reply.change" : "reply.add",
        object: reply.id,
        details: { shared: isShared },
      });
      return ok(reply);
    },
  );
  return done ?? refuse("unknown");
}

/** Removes a reply. Answers whether there was one. Throws StoreUnavailable. */
export async function removeReply(
  { store, auditLog }: ReplyDeps,
  actor: Actor<"reply.write">,
  id: string,
): Promise<boolean> {
  const done = await auditLog.transactOrThrow(
    "remove a reply",
    async (write, audit) => {
      const found = await store.get(savedReplies, [id]);
      if (!found || !mayChange(actor, found.value)) return false;
      write.remove(found);
      audit({
        actor: { kind: "staff", id: actor.staffId },
        action: "reply.remove",
        object: id,
        details: { shared: found.value.owner === HOUSE },
      });
      return true;
    },
  );
  return done === true;
}

/** The reply of this id, if this person may use it. */
export async function findReply(
  store: Store,
  { staffId }: { staffId: string },
  id: string,
): Promise<SavedReply | null> {
  const found = await store.get(savedReplies, [id]);
  return mayChange({ staffId }, found?.value) ? found!.value : null;
}

/** Everybody's are everybody's; one's own are nobody else's. */
function mayChange(
  { staffId }: { staffId: string },
  reply: SavedReply | undefined,
): boolean {
  return reply?.owner === HOUSE || reply?.owner === staffId;
}
