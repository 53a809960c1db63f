import type { Follower, StreamEvent, StreamPort } from "../changes/mod.ts";
import type { AccountId } from "../kernel/mod.ts";
import { loadCase, mayReadCases } from "../safety/mod.ts";
import { Refusal } from "./refusal.ts";
import type { StaffCtx } from "./state.ts";

/** What a slow browser may leave unread before it is let go, bytes. */
const MAX_UNREAD = 64 * 1024;

/** Seconds after which whoever finds no room may ask again. */
const RETRY = 30;

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  // A proxy that collects answers would keep events back.
  "x-accel-buffering": "no",
};

/**
 * A stream of changes (WHATWG HTML, server-sent events), until the browser or
 * the feed ends it. `case` in the address names the case whose person's
 * presence is told as well. Throws 503 where it is to be asked again later.
 */
export async function streamChanges(ctx: StaffCtx): Promise<Response> {
  if (ctx.req.method === "HEAD") {
    return new Response(null, { headers: HEADERS });
  }
  const { millo: { changeFeed }, principal: staff } = ctx.state;
  const person = await personIn(ctx);
  const { port, stream, whenGone } = openPort();
  const followed = await changeFeed.follow({
    ...{ staff, port, person },
    since: sinceIn(ctx),
  });
  if (!followed.ok) throw new Refusal(503, { retryAfter: RETRY });
  whenGone(followed.value);
  return new Response(stream, { headers: HEADERS });
}

/** Where a page goes on: after what it heard last, or what it was made of. */
function sinceIn({ req, url }: StaffCtx): number | null {
  const asked = req.headers.get("last-event-id") ??
    url.searchParams.get("since");
  return /^\d{1,15}$/.test(asked ?? "") ? Number(asked) : null;
}

async function personIn(
  { url, state: { millo, principal } }: StaffCtx,
): Promise<AccountId | null> {
  const number = url.searchParams.get("case");
  if (!number?.startsWith("MC-")) return null;
  const found = await loadCase(millo.store, number);
  return found && mayReadCases(principal, found.value.team)
    ? found.value.reported
    : null;
}

/** The two ends of a stream: what the feed says, and what the browser reads. */
function openPort() {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let follower: Follower | null = null;
  let isGone = false;
  const stream = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
    },
    cancel() {
      isGone = true;
      follower?.leave();
    },
  }, new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNREAD }));
  const port: StreamPort = {
    send(event) {
      if (isGone || controller.desiredSize! <= 0) return false;
      controller.enqueue(encoder.encode(written(event)));
      return true;
    },
    close() {
      if (!isGone) controller.close();
      isGone = true;
    },
  };
  const whenGone = (opened: Follower) => {
    follower = opened;
    if (isGone) opened.leave();
  };
  return { port, stream, whenGone };
}

/** An event as a browser's EventSource reads it; JSON has no line breaks. */
function written(event: StreamEvent): string {
  const id = "id" in event ? `id: ${event.id}\n` : "";
  return `${id}event: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
}
