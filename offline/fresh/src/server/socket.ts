import { HttpError } from "../http_error.ts";
import type { WebSocketHandlers, WebSocketUpgradeOptions } from "../types.ts";

const HANDLERS = ["open", "message", "close", "error"] as const;

export function upgradeSocket(
  req: Request,
  first?: WebSocketHandlers | WebSocketUpgradeOptions,
  second?: WebSocketUpgradeOptions,
): Response | { socket: WebSocket; response: Response } {
  if (req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new HttpError(400, "Cannot upgrade: not a WebSocket request");
  }
  const withHandlers = second !== undefined ||
    HANDLERS.some((name) => name in (first ?? {}));
  const options = withHandlers ? second : first as WebSocketUpgradeOptions;
  const { socket, response } = Deno.upgradeWebSocket(req, pick(options));
  if (!withHandlers) return { socket, response };
  listen(socket, first as WebSocketHandlers);
  return response;
}

function pick(options: WebSocketUpgradeOptions = {}): WebSocketUpgradeOptions {
  const { idleTimeout, protocol } = options;
  return {
    ...(idleTimeout === undefined ? {} : { idleTimeout }),
    ...(protocol === undefined ? {} : { protocol }),
  };
}

function listen(socket: WebSocket, on: WebSocketHandlers) {
  if (on.open) socket.onopen = () => on.open!(socket);
  if (on.message) socket.onmessage = (event) => on.message!(socket, event);
  if (on.error) socket.onerror = (event) => on.error!(socket, event);
  if (on.close) {
    socket.onclose = (event) => on.close!(socket, event.code, event.reason);
  }
}
