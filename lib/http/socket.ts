import type { Member } from "../accounts/mod.ts";
import {
  type Connection,
  type Event,
  readFrame,
  type SocketPort,
} from "../live/mod.ts";
import type { Millo } from "../app/mod.ts";

/** What a slow browser may leave unread before its socket is closed, bytes. */
const MAX_UNREAD = 1024 * 1024;

/** Ties a browser's socket to the live page's hub. */
export function accept(
  millo: Millo,
  socket: WebSocket,
  { accountId, session }: Member,
): void {
  const { liveHub, clock, metrics } = millo;
  const port = portOf(socket);
  let entered: Promise<Connection | null> = Promise.resolve(null);
  socket.onopen = () => {
    entered = liveHub.enter(accountId, port, session).catch((error) => {
      liveHub.onError("open the live page", error);
      port.close(1011, "unavailable");
      return null;
    });
  };
  socket.onmessage = async ({ data }) => {
    const connection = await entered;
    if (!connection) return;
    const waitMs = connection.limiter.take("frames", clock.now());
    const read = waitMs > 0 ? null : readFrame(data);
    metrics.count("millo_frames_total", { outcome: outcomeOf(read) });
    if (read === null) {
      const message = "Cannot take more messages: that was too fast";
      return port.send({ type: "fault", reason: "too_fast", message, waitMs });
    }
    if (read.ok) await connection.handle(read.value);
    else port.send({ type: "fault", ...read.refusal });
  };
  socket.onclose = async () => {
    const connection = await entered;
    if (connection) await liveHub.exit(connection);
  };
  // A broken socket also closes; there is nothing to add here.
  socket.onerror = () => {};
}

function outcomeOf(read: ReturnType<typeof readFrame> | null): string {
  if (read === null) return "too_fast";
  return read.ok ? "read" : read.refusal.reason;
}

function portOf(socket: WebSocket): SocketPort {
  return {
    send(event: Event) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > MAX_UNREAD) {
        return socket.close(1013, "too slow");
      }
      socket.send(JSON.stringify(event));
    },
    close(code, reason) {
      if (socket.readyState <= WebSocket.OPEN) socket.close(code, reason);
    },
  };
}
