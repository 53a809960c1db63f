import type { Request } from "../live/forms.ts";
import { type Event, PROTOCOL } from "../live/protocol.ts";

type Body<R> = R extends unknown ? Omit<R, "v"> : never;

export interface SocketOptions {
  /** Path of the socket on this site. */
  path: string;
  onEvent(event: Event): void;
  /** The server can be reached, or cannot any more. */
  onChange(open: boolean): void;
}

const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 5_000;
/** A silent connection is asked; a dead one does not say so by itself. */
const PING_MS = 10_000;

/** The socket of the live page. It comes back by itself until it is closed. */
export class LiveSocket {
  #socket: WebSocket | null = null;
  #wait = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #heard = true;
  #closed = false;

  constructor(readonly options: SocketOptions) {}

  get open(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Closed on purpose: it does not come back by itself. */
  get closed(): boolean {
    return this.#closed;
  }

  connect(): void {
    this.#closed = false;
    const url = new URL(this.options.path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = FIRST_WAIT_MS;
      this.#heard = true;
      this.#ping = setInterval(() => this.#checkLife(), PING_MS);
      this.options.onChange(true);
    };
    socket.onmessage = ({ data }) => {
      this.#heard = true;
      this.options.onEvent(JSON.parse(data) as Event);
    };
    socket.onclose = () => this.#lost(socket);
  }

  send(body: Body<Request>): boolean {
    if (!this.open) return false;
    this.#socket!.send(JSON.stringify({ v: PROTOCOL, ...body }));
    return true;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#ping);
    this.#socket?.close(1000);
  }

  #lost(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    clearInterval(this.#ping);
    this.#socket = null;
    this.options.onChange(false);
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, MAX_WAIT_MS);
  }

  #checkLife(): void {
    const socket = this.#socket;
    if (!socket) return;
    if (this.#heard) {
      this.#heard = false;
      this.send({ type: "ping" });
      return;
    }
    socket.onclose = null;
    socket.close();
    this.#lost(socket);
  }
}
