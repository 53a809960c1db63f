import { ok, refuse, type Result } from "../kernel/mod.ts";
import { MAX_FRAME, type Request, request } from "./forms.ts";
import { type FaultReason, PROTOCOL } from "./protocol.ts";

export interface FrameFault {
  reason: FaultReason;
  message: string;
}

/** Reads what a browser sent. A fault says what to do and ends nothing. */
export function readFrame(data: unknown): Result<Request, FrameFault> {
  if (typeof data !== "string") {
    return fault("malformed", "Cannot read the message: send text, not bytes");
  }
  if (new TextEncoder().encode(data).length > MAX_FRAME) {
    return fault(
      "too_large",
      `Cannot read the message: it is over ${MAX_FRAME} bytes`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return fault("malformed", "Cannot read the message: it is not JSON");
  }
  const parsed = request.safeParse(json);
  return parsed.success ? ok(parsed.data) : explain(json);
}

function explain(json: unknown): Result<Request, FrameFault> {
  const { v, type } = (json ?? {}) as { v?: unknown; type?: unknown };
  if (typeof v === "number" && v !== PROTOCOL) {
    return fault(
      "version",
      `Cannot speak version ${v}: this server speaks ${PROTOCOL}; reload the page`,
    );
  }
  const known = request.options.some((option) =>
    option.shape.type.value === type
  );
  return known
    ? fault("malformed", "Cannot read the message: a field is wrong or missing")
    : fault("unknown", "Cannot read the message: its type is unknown");
}

function fault(
  reason: FaultReason,
  message: string,
): Result<Request, FrameFault> {
  return refuse({ reason, message });
}
