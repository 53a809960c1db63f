import type { AuditAction } from "../audit/mod.ts";
import type { Presence } from "../matching/mod.ts";
import type { Team } from "../safety/mod.ts";

/** Why a stream ends; the page opens another, or says that it has none. */
export type ByeReason =
  /** The process stops: another one takes over. */
  | "restart"
  /** What its reader may do has changed, or it could not keep up. */
  | "again"
  /** The session has ended. */
  | "signed_out"
  /** The same person has opened too many since. */
  | "elsewhere";

/** What a stream says, event by event. */
export type StreamEvent =
  | {
    type: "change";
    /** Where a page goes on that lost its stream. */
    id: number;
    data: { number: string; team: Team; kind: AuditAction; own: boolean };
  }
  /** More changed than can be told one by one: everything is to be looked at. */
  | { type: "all"; id: number; data: Record<never, never> }
  /** Where the person is whom the case is about that the page shows. */
  | { type: "presence"; data: { presence: Presence } }
  /** The line is good. */
  | { type: "beat"; data: Record<never, never> }
  | { type: "bye"; data: { reason: ByeReason } };
