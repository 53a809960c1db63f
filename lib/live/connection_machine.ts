import type { Seat } from "../calls/mod.ts";
import type { Admission, JoinRefusal } from "../matching/mod.ts";
import type {
  ConnectionEvent,
  ConnectionState,
  ConnectionStep,
} from "./connection_state.ts";
import {
  find,
  finish,
  here,
  isIn,
  leave,
  lost,
  next,
  say,
  send,
  stay,
  stop,
} from "./connection_steps.ts";
import { admissionFault, joinFault, SANCTIONED, tooFast } from "./faults.ts";
import type { Request } from "./forms.ts";
import type { Event as ServerEvent } from "./protocol.ts";

export function stepConnection(
  state: ConnectionState,
  event: ConnectionEvent,
): ConnectionStep {
  switch (event.type) {
    case "find":
      return find(state);
    case "next":
      return next(state, event.call);
    case "stop":
      return stop(state);
    case "say":
      return say(state, event);
    case "here":
      return here(state, event.call);
    case "lost":
      return lost(state, event.call);
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
      return ended(state, event);
    case "parted":
      return parted(state);
    case "arrival_overdue":
      return arrivalOverdue(state, event.callId);
    case "media_lost":
      return mediaLost(state);
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

function refused(state: ConnectionState, fault: ServerEvent): ConnectionStep {
  if (state.name !== "idle" && state.name !== "searching") return stay(state);
  return leaveWith(state, fault);
}

function parted(state: ConnectionState): ConnectionStep {
  return state.name === "gone" ? stay(state) : leaveWith(state, SANCTIONED);
}

function leaveWith(
  state: ConnectionState,
  fault: ServerEvent,
): ConnectionStep {
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
    effects: [
      send({ type: "ready" }),
      send(reason === "sanctioned" ? SANCTIONED : joinFault(reason)),
    ],
  };
}

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

function ended(
  state: ConnectionState,
  { callId, ending }: Extract<ConnectionEvent, { type: "ended" }>,
): ConnectionStep {
  const next: ConnectionState = isIn(state, callId)
    ? { name: "idle", lastCall: callId }
    : state;
  return stay(next, { type: "tell_end", callId, ending });
}

function arrivalOverdue(
  state: ConnectionState,
  callId: string,
): ConnectionStep {
  return isIn(state, callId) && !state.here
    ? stay(state, finish(callId, null))
    : stay(state);
}

function mediaLost(state: ConnectionState): ConnectionStep {
  return state.name === "in_call"
    ? stay(state, finish(state.callId, null))
    : stay(state);
}
