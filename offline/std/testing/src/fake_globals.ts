import type { Clock } from "./clock.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const NAMES = [
  "Date",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
] as const;

const real = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));
const realTimeout = AbortSignal.timeout;
const RealDate = Date;

/** Puts the clock in the place of everything that tells time. */
export function fakeGlobals(clock: Clock) {
  const timers = timersOf(clock);
  Object.assign(globalThis, { Date: dateOf(clock), ...timers });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    timers.setTimeout(() => {
      controller.abort(new DOMException("Signal timed out.", "TimeoutError"));
    }, ms);
    return controller.signal;
  };
}

export function restoreGlobals() {
  Object.assign(globalThis, real);
  AbortSignal.timeout = realTimeout;
}

function dateOf(clock: Clock) {
  function FakeDate(this: unknown, ...args: Any[]) {
    if (!new.target) return new RealDate(clock.now).toString();
    const date = args.length === 0
      ? new RealDate(clock.now)
      : new (RealDate as Any)(...args);
    // Subclasses of Date keep their own prototype.
    const subclass = new.target as Any !== FakeDate;
    return subclass ? Object.setPrototypeOf(date, new.target.prototype) : date;
  }
  FakeDate.prototype = RealDate.prototype;
  FakeDate.now = () => clock.now;
  FakeDate.parse = RealDate.parse;
  FakeDate.UTC = RealDate.UTC;
  return FakeDate;
}

function timersOf(clock: Clock) {
  function start(repeat: boolean) {
    return (run: (...args: Any[]) => void, ms = 0, ...args: Any[]) => {
      const delay = Math.max(0, Number(ms) || 0);
      const every = repeat ? Math.max(1, delay) : null;
      return clock.queue.add(clock.now + delay, every, () => run(...args));
    };
  }
  const stop = (id?: number) => clock.queue.remove(Number(id));
  return {
    setTimeout: start(false),
    clearTimeout: stop,
    setInterval: start(true),
    clearInterval: stop,
  };
}
