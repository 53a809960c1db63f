import type { Scheduler } from "../kernel/mod.ts";
import type { Admit, Deps, Queue } from "../matching/mod.ts";
import type { Event } from "./protocol.ts";

/** The part of a socket that a person needs. */
export interface SocketPort {
  send(event: Event): void;
  close(code: number, reason: string): void;
}

/** What one connection needs of everything around it. */
export interface ConnectionPort {
  readonly deps: Deps;
  readonly scheduler: Scheduler;
  readonly admit: Admit;
  readonly queue: Pick<Queue, "join" | "leave" | "finish">;
  /** More than 1 in load tests only. */
  readonly limitFactor?: number;
  lookAtMedia(): void;
  onError(what: string, error: unknown): void;
}
