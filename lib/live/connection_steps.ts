import type {
  ConnectionEffect,
  ConnectionState,
  ConnectionStep,
} from "./connection_state.ts";
import type { Request } from "./forms.ts";
import type { Event as ServerEvent } from "./protocol.ts";

export function stay(
  state: ConnectionState,
  ...effects: ConnectionEffect[]
): ConnectionStep {
  return { state, effects };
}

export function send(event: ServerEvent): ConnectionEffect {
  return { type: "send", event };
}

export function finish(callId: string, by: "self" | null): ConnectionEffect {
  return { type: "finish", callId, by };
}

/** Whether this is the call that is on. */
export function isIn(
  state: ConnectionState,
  callId: string,
): state is Extract<ConnectionState, { name: "in_call" }> {
  return state.name === "in_call" && state.callId === callId;
}

/** Out of the queue or the call, as they themselves wish. */
export function leave(state: ConnectionState): ConnectionStep {
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

export function find(state: ConnectionState): ConnectionStep {
  return state.name === "idle" || state.name === "searching"
    ? stay(state, { type: "admit", counted: true })
    : stay(state);
}

/** A Next that comes late means a call that is over: it ends no other. */
export function next(
  state: ConnectionState,
  call: string | null,
): ConnectionStep {
  if (call === null || !isIn(state, call)) return find(state);
  const left = leave(state);
  const search = find(left.state);
  return { ...search, effects: [...left.effects, ...search.effects] };
}

export function stop(state: ConnectionState): ConnectionStep {
  const left = leave(state);
  return { ...left, effects: [...left.effects, send({ type: "ready" })] };
}

export function say(
  state: ConnectionState,
  request: Extract<Request, { type: "say" }>,
): ConnectionStep {
  const { call, ref } = request;
  return isIn(state, call)
    ? stay(state, { type: "say", request })
    : stay(state, send({ type: "unsaid", ref, reason: "over" }));
}

export function here(state: ConnectionState, callId: string): ConnectionStep {
  if (!isIn(state, callId)) return stay(state);
  const effects: ConnectionEffect[] = [{ type: "tell_messages", callId }];
  return { state: { ...state, here: true }, effects };
}

export function lost(state: ConnectionState, callId: string): ConnectionStep {
  // Their connection may be all that broke, or the first to notice.
  return isIn(state, callId)
    ? stay(state, { type: "look_at_media" }, finish(callId, null))
    : stay(state);
}
