import type { Seat } from "../calls/mod.ts";
import type { Admission, JoinRefusal } from "../matching/mod.ts";
import type {
  ConnectionEffect,
  ConnectionEvent,
  ConnectionState,
  ConnectionStep,
} from "./connection_state.ts";
import { admissionFault, joinFault, tooFast } from "./faults.ts";
import type { Request } from "./forms.ts";
import type { Event as ServerEvent } from "./protocol.ts";

/** What follows from an event: pure, so that every state meets every event. */
export function stepConnection(
  state: ConnectionState,
  event: ConnectionEvent,
): ConnectionStep {
  switch (event.type) {
    case "find":
      return find(state);
    case "next":
      return next(state, event.call);
    case "stop": {
      const left = leave(state);
      return { ...left, effects: [...left.effects, send({ type: "ready" })] };
    }
    case "say":
      return isIn(state, event.call)
        ? stay(state, { type: "say", request: event })
        : stay(state, send({ type: "unsaid", ref: event.ref, reason: "over" }));
    case "here":
      return isIn(state, event.call)
        ? {
          state: { ...state, here: true },
          effects: [{ type: "tell_messages", callId: event.call }],
        }
        : stay(state);
    case "lost":
      // Their connection may be all that broke, or the first to notice.
      return isIn(state, event.call)
        ? stay(state, { type: "look_at_media" }, finish(event.call, null))
        : stay(state);
    case "ping":
      return stay(state, send({ type: "pong" }));
    case "closed":
      return { state: { name: "gone" }, effects: leave(state).effects };
    default:
      return afterAnswer(state, event);
  }
}

type AnswerEvent = Exclude<ConnectionEvent, Request | { type: "closed" }>;

function afterAnswer(
  state: ConnectionState,
  event: AnswerEvent,
): ConnectionStep {
  switch (event.type) {
    case "admitted":
      return admitted(state, event.admission);
    case "refused":
      return refused(state, admissionFault(event.reason));
    case "too_fast":
      return stay(state, send(tooFast(event.waitMs)));
    case "join_refused":
      return joinRefused(state, event.reason);
    case "entry_lost":
      return state.name === "searching"
        ? stay(state, { type: "admit", counted: false })
        : stay(state);
    case "seated":
      return seated(state, event.seat);
    case "ended":
      return {
        state: isIn(state, event.callId)
          ? { name: "idle", lastCall: event.callId }
          : state,
        effects: [{
          type: "tell_end",
          callId: event.callId,
          ending: event.ending,
        }],
      };
    case "arrival_overdue":
      return isIn(state, event.callId) && !state.here
        ? stay(state, finish(event.callId, null))
        : stay(state);
    case "media_lost":
      return state.name === "in_call"
        ? stay(state, finish(state.callId, null))
        : stay(state);
  }
}

function find(state: ConnectionState): ConnectionStep {
  return state.name === "idle" || state.name === "searching"
    ? stay(state, { type: "admit", counted: true })
    : stay(state);
}

/** A Next that comes late means a call that is over: it ends no other. */
function next(state: ConnectionState, call: string | null): ConnectionStep {
  if (call === null || !isIn(state, call)) return find(state);
  const left = leave(state);
  const search = find(left.state);
  return { ...search, effects: [...left.effects, ...search.effects] };
}

function leave(state: ConnectionState): ConnectionStep {
  switch (state.name) {
    case "searching":
      return {
        state: { name: "idle", lastCall: state.lastCall },
        effects: [{ type: "leave_queue" }],
      };
    case "in_call":
      return {
        state: { name: "idle", lastCall: state.callId },
        effects: [finish(state.callId, "self")],
      };
    case "idle":
    case "gone":
      return stay(state);
  }
}

function admitted(
  state: ConnectionState,
  admission: Admission,
): ConnectionStep {
  if (state.name !== "idle" && state.name !== "searching") return stay(state);
  const { lastCall } = state;
  return {
    state: { name: "searching", lastCall },
    // Said first: a match may follow within the same millisecond.
    effects: [
      send({ type: "searching" }),
      { type: "join", admission, lastCall },
    ],
  };
}

/** Who may not be in calls any more does not wait for one either. */
function refused(state: ConnectionState, fault: ServerEvent): ConnectionStep {
  if (state.name !== "idle" && state.name !== "searching") return stay(state);
  const left = leave(state);
  return { ...left, effects: [...left.effects, send(fault)] };
}

function joinRefused(
  state: ConnectionState,
  reason: JoinRefusal,
): ConnectionStep {
  if (state.name !== "searching") return stay(state);
  // Both are told by the matcher: a search goes on, or a call is on its way.
  if (reason === "waiting" || reason === "in_call") return stay(state);
  return {
    state: { name: "idle", lastCall: state.lastCall },
    effects: [send({ type: "ready" }), send(joinFault(reason))],
  };
}

/** A match may win the race against Stop, or against the socket's end. */
function seated(state: ConnectionState, seat: Seat): ConnectionStep {
  if (state.name === "searching") {
    return {
      state: { name: "in_call", callId: seat.call, here: false },
      effects: [{ type: "tell_match", seat }],
    };
  }
  const finished = finish(seat.call, "self");
  return state.name === "idle"
    ? { state: { ...state, lastCall: seat.call }, effects: [finished] }
    : stay(state, finished);
}

function isIn(
  state: ConnectionState,
  callId: string,
): state is Extract<ConnectionState, { name: "in_call" }> {
  return state.name === "in_call" && state.callId === callId;
}

function finish(callId: string, by: "self" | null): ConnectionEffect {
  return { type: "finish", callId, by };
}

function send(event: ServerEvent): ConnectionEffect {
  return { type: "send", event };
}

function stay(
  state: ConnectionState,
  ...effects: ConnectionEffect[]
): ConnectionStep {
  return { state, effects };
}
