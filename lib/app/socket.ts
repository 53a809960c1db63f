import type { Chatter } from "../accounts/mod.ts";
import { type Event, type Person, readFrame, type Wire } from "../live/mod.ts";
import type { Millo } from "./millo.ts";

/** What a slow browser may leave unread before its socket is closed, bytes. */
const MOST_UNREAD = 1024 * 1024;

/** Ties a browser's socket to the floor. */
export function accept(
  millo: Millo,
  socket: WebSocket,
  { account, session }: Chatter,
): void {
  const { floor, clock, metrics } = millo;
  const wire = wireOf(socket);
  let entered: Promise<Person | null> = Promise.resolve(null);
  socket.onopen = () => {
    entered = floor.enter(account, wire, session).catch((error) => {
      floor.fault("open the live page", error);
      wire.close(1011, "unavailable");
      return null;
    });
  };
  socket.onmessage = async ({ data }) => {
    const person = await entered;
    if (!person) return;
    const waitMs = person.gauge.take("frames", clock.now());
    const read = waitMs > 0 ? null : readFrame(data);
    metrics.count("millo_frames_total", { outcome: outcomeOf(read) });
    if (read === null) {
      const message = "Cannot take more messages: that was too fast";
      return wire.send({ type: "fault", code: "too_fast", message, waitMs });
    }
    if (read.ok) await person.handle(read.value);
    else wire.send({ type: "fault", ...read.refusal });
  };
  socket.onclose = async () => {
    const person = await entered;
    if (person) await floor.exit(person);
  };
  // A broken socket also closes; there is nothing to add here.
  socket.onerror = () => {};
}

function outcomeOf(read: ReturnType<typeof readFrame> | null): string {
  if (read === null) return "too_fast";
  return read.ok ? "read" : read.refusal.code;
}

function wireOf(socket: WebSocket): Wire {
  return {
    send(event: Event) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > MOST_UNREAD) {
        return socket.close(1013, "too slow");
      }
      socket.send(JSON.stringify(event));
    },
    close(code, reason) {
      if (socket.readyState <= WebSocket.OPEN) socket.close(code, reason);
    },
  };
}
