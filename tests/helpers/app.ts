import { Builder } from "fresh/dev";
import { app, buildOptions } from "../../fresh.config.ts";
import { findSession, type Member } from "../../lib/accounts/mod.ts";
import { closeMillo, type Millo, useMillo } from "../../lib/app/mod.ts";
import { parseConfig } from "../../lib/config/mod.ts";
import { type Role as StaffRole, ROLE_NAMES } from "../../lib/staff/mod.ts";
import { TestClock, TestScheduler } from "./clock.ts";
import { ban, impose } from "./sanctions.ts";
import { addStaff } from "./staff.ts";

/** Everybody who is not of the staff. */
export const OUTSIDERS = [
  "visitor",
  "refused",
  "gated",
  "member",
  "restricted",
  "banned",
  "suspended",
] as const;

/** Those among them who have an account. */
const LET_IN: readonly Role[] = [
  "member",
  "restricted",
  "banned",
  "suspended",
];

export function isMemberRole(role: Role): boolean {
  return LET_IN.includes(role);
}

/** Whoever can ask: outsiders, and the staff by role. */
export const ROLES = [...OUTSIDERS, ...ROLE_NAMES] as const;

export type Role = typeof ROLES[number];

export function isStaffRole(role: Role): role is StaffRole {
  return ROLE_NAMES.some((name) => name === role);
}

const ORIGIN = "http://localhost";
const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 50000 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

let built: Promise<void> | undefined;

/** The whole app, as a browser without scripts sees it. */
export interface TestApp {
  clock: TestClock;
  /** Moves the clock, and fires what falls due. */
  scheduler: TestScheduler;
  millo: Millo;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** For tests that listen on a port of their own. */
  handler: ReturnType<typeof app.handler>;
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
  const scheduler = new TestScheduler(clock);
  const config = configOf(settings);
  const millo = await useMillo({ config, clock, scheduler });
  const handler = app.handler();
  const fetch = fetchBy(handler);
  const browser = () => new TestBrowser(fetch);
  return {
    clock,
    scheduler,
    millo,
    fetch,
    handler,
    browser,
    as: (role) => become(millo, browser(), role),
    [Symbol.asyncDispose]: closeMillo,
  };
}

function fetchBy(handler: ReturnType<typeof app.handler>): TestApp["fetch"] {
  return (path, init) =>
    Promise.resolve(handler(new Request(new URL(path, ORIGIN), init), INFO));
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

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  cookies(): Record<string, string> {
    return Object.fromEntries(this.#cookies);
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
export const AGREED = { rules: "1", policy: "2" };

/**
 * A restricted one is a member who stopped the use of their own data; banned
 * and suspended ones are members whom a decision keeps out of calls.
 */
async function become(
  millo: Millo,
  browser: TestBrowser,
  role: Role,
): Promise<TestBrowser> {
  if (isStaffRole(role)) {
    const { token } = await addStaff(millo, [role]);
    browser.setCookie("millo_staff", token);
    return browser;
  }
  const isIn = isMemberRole(role);
  if (role === "refused") await browser.post("/age", CHILD);
  if (role === "gated" || isIn) await browser.post("/age", ADULT);
  if (isIn) await browser.post("/consent", AGREED);
  if (role === "restricted") {
    const { accountId } = await memberOf(millo, browser);
    await millo.dataMap.restrict(accountId);
  }
  if (role === "banned" || role === "suspended") {
    const { accountId } = await memberOf(millo, browser);
    if (role === "banned") await ban(millo, accountId);
    else await impose(millo.store, accountId);
  }
  return browser;
}

/** The member behind a browser, found as the edge finds them. */
export async function memberOf(
  { store, clock, dataMap }: Millo,
  browser: TestBrowser,
): Promise<Member> {
  const token = browser.cookie("millo_session") ?? "";
  const { renewOnVisit } = dataMap;
  const member = await findSession(store, token, clock.now(), renewOnVisit);
  if (!member) throw new Error("Cannot find a member: the browser has none");
  return member;
}

/** Settings of a site on a store in memory. */
export function configOf(settings: Record<string, string> = {}) {
  return parseConfig({
    // Production would refuse the raised limits; `MILLO_LIMITS: "1"` tests them.
    MILLO_MODE: "development",
    MILLO_PSEUDO: "off",
    MILLO_LIMITS: "1000",
    MILLO_LOG: "error",
    MILLO_KV: ":memory:",
    LIVEKIT_URL: "ws://127.0.0.1:1",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "0123456789abcdefghjkmnpqrstvwxyz",
    ...settings,
  });
}

async function build(): Promise<void> {
  const apply = await new Builder(buildOptions).build({ snapshot: "memory" });
  apply(app);
}
