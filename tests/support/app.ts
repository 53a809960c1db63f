import { Builder } from "fresh/dev";
import { app, buildOptions } from "../../fresh.config.ts";
import { closeMillo, type Millo, useMillo } from "../../lib/app/millo.ts";
import { parseConfig } from "../../lib/config/mod.ts";
import { TestClock } from "./clock.ts";

export type Role = "visitor" | "refused" | "gated" | "chatter";
export const ROLES: readonly Role[] = [
  "visitor",
  "refused",
  "gated",
  "chatter",
];

const ORIGIN = "http://localhost";
const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 50000 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

let built: Promise<void> | undefined;

/** The whole app, as a browser without scripts sees it. */
export interface TestApp {
  clock: TestClock;
  millo: Millo;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A browser that keeps its cookies. */
  browser(): TestBrowser;
  as(role: Role): Promise<TestBrowser>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Opens it on a store in memory; no media server is to be reached. */
export async function openApp(
  settings: Record<string, string> = {},
): Promise<TestApp> {
  built ??= build();
  await built;
  const clock = new TestClock();
  const millo = await useMillo({ config: configOf(settings), clock });
  const handler = app.handler();
  const fetch = (path: string, init?: RequestInit) =>
    Promise.resolve(handler(new Request(new URL(path, ORIGIN), init), INFO));
  const browser = () => new TestBrowser(fetch);
  return {
    clock,
    millo,
    fetch,
    browser,
    as: (role) => become(browser(), role),
    [Symbol.asyncDispose]: closeMillo,
  };
}

export class TestBrowser {
  #cookies = new Map<string, string>();

  constructor(
    readonly send: (path: string, init?: RequestInit) => Promise<Response>,
  ) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const jar = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    if (jar.length > 0) headers.set("cookie", jar.join("; "));
    const response = await this.send(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  get(path: string): Promise<Response> {
    return this.fetch(path);
  }

  post(path: string, form: Record<string, string>): Promise<Response> {
    return this.fetch(path, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { origin: ORIGIN, "sec-fetch-site": "same-origin" },
    });
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  #keep(line: string): void {
    const [pair, ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const gone = attributes.some((one) => one.trim() === "Max-Age=0");
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export const ADULT = { day: "4", month: "5", year: "1990" };
export const CHILD = { day: "4", month: "5", year: "2015" };
export const AGREED = { rules: "1", policy: "1" };

async function become(browser: TestBrowser, role: Role): Promise<TestBrowser> {
  if (role === "refused") await browser.post("/age", CHILD);
  if (role === "gated" || role === "chatter") await browser.post("/age", ADULT);
  if (role === "chatter") await browser.post("/consent", AGREED);
  return browser;
}

function configOf(settings: Record<string, string>) {
  return parseConfig({
    MILLO_KV: ":memory:",
    LIVEKIT_URL: "ws://127.0.0.1:1",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "a secret of at least 32 characters",
    ...settings,
  });
}

async function build(): Promise<void> {
  const apply = await new Builder(buildOptions).build({ snapshot: "memory" });
  apply(app);
}
