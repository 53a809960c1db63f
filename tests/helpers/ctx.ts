import type { Config } from "../../lib/config/mod.ts";
import type { Ctx, State } from "../../lib/http/mod.ts";
import { translator } from "../../lib/i18n/mod.ts";

interface Asked {
  path?: string;
  method?: string;
  headers?: HeadersInit;
  /** Where the socket comes from. */
  from?: string;
  config?: Partial<Config>;
  millo?: object;
  state?: Partial<State>;
}

/** What a handler is given, as far as a test says it; nothing else is there. */
export function ctxOf(
  { path = "/", method, headers, from = "127.0.0.1", ...given }: Asked = {},
): Ctx {
  const url = new URL(path, "http://localhost:8000");
  const remoteAddr = { transport: "tcp", hostname: from, port: 50_000 };
  const config = {
    ...{ origin: null, proxyHops: 0, metricsToken: null, regionHeader: null },
    ...given.config,
  };
  const state = {
    ...{ t: translator("en"), locale: "en", secure: false },
    ...{ principal: { kind: "visitor" }, gate: { state: "none" } },
    ...{ address: from, device: null },
    ...given.state,
    millo: { config, ...given.millo },
  };
  const req = new Request(url, { method, headers });
  return { url, req, info: { remoteAddr }, state } as unknown as Ctx;
}
