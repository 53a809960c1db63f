import type { Cancel, Millis, Scheduler } from "../kernel/mod.ts";
import { type Event, PROTOCOL } from "../live/protocol.ts";
import type { RequestBody } from "./talk_events.ts";

export interface SocketOptions {
  url(): URL;
  scheduler: Scheduler;
  onEvent(event: Event): void;
  /** The server can be reached, or cannot any more. */
  onChange(open: boolean): void;
}

const FIRST_WAIT: Millis = 250;
const MAX_WAIT: Millis = 5_000;
/** A silent connection is asked; a dead one does not say so by itself. */
const PING: Millis = 10_000;

/** The socket of the live page. It comes back by itself until it is closed. */
export class LiveSocket {
  #socket: WebSocket | null = null;
  #wait = FIRST_WAIT;
  #cancelConnect: Cancel = () => {};
  #stopPing: Cancel = () => {};
  #heard = true;
  #closed = false;

  constructor(readonly options: SocketOptions) {}

  get open(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  connect(): void {
    this.#closed = false;
    const { url, scheduler } = this.options;
    const socket = new WebSocket(url());
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = FIRST_WAIT;
      this.#heard = true;
      this.#stopPing = scheduler.every(PING, () => this.#checkLife());
      this.options.onChange(true);
    };
    socket.onmessage = ({ data }) => {
      this.#heard = true;
      this.options.onEvent(JSON.parse(data) as Event);
    };
    socket.onclose = () => this.#lost(socket);
  }

  send(body: RequestBody): boolean {
    if (!this.open) return false;
    this.#socket!.send(JSON.stringify({ v: PROTOCOL, ...body }));
    return true;
  }

  close(): void {
    this.#closed = true;
    this.#cancelConnect();
    this.#stopPing();
    this.#socket?.close(1000);
  }

  #lost(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#stopPing();
    this.#socket = null;
    this.options.onChange(false);
    if (this.#closed) return;
    const { scheduler } = this.options;
    this.#cancelConnect = scheduler.after(this.#wait, () => this.connect());
    this.#wait = Math.min(this.#wait * 2, MAX_WAIT);
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
