import { HttpError } from "../http_error.ts";

export interface WebSocketUpgradeOptions {
  /** Seconds without a sign of life. */
  idleTimeout?: number;
  protocol?: string;
}

export function upgradeSocket(
  req: Request,
  options: WebSocketUpgradeOptions = {},
): { socket: WebSocket; response: Response } {
  if (req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new HttpError(400, "Cannot upgrade: not a WebSocket request");
  }
  const { idleTimeout, protocol } = options;
  return Deno.upgradeWebSocket(req, {
    ...(idleTimeout === undefined ? {} : { idleTimeout }),
    ...(protocol === undefined ? {} : { protocol }),
  });
}
