import { pause } from "./figures.ts";

/** When somebody asked, and when they were told of their call. */
export interface Meeting {
  asked: number;
  told: number;
  call: string;
}

interface Seeker {
  socket: WebSocket;
  asked: number;
  met: Promise<Meeting>;
  /** Settles when they are out of line and out of every call. */
  free: Promise<void>;
}

const AT_ONCE = 50;

/** People at the live page, each on a socket of their own. */
export class Crowd {
  readonly #seekers: Seeker[] = [];

  /** Opens a socket for each cookie and waits for all of them. */
  static async enter(origin: string, cookies: readonly string[]) {
    const crowd = new Crowd();
    for (let at = 0; at < cookies.length; at += AT_ONCE) {
      const some = cookies.slice(at, at + AT_ONCE);
      const entered = some.map((cookie) => enter(origin, cookie));
      crowd.#seekers.push(...await Promise.all(entered));
    }
    return crowd;
  }

  /** All of them ask at the same moment. */
  async findAtOnce(): Promise<Meeting[]> {
    this.#seekers.forEach(find);
    return await Promise.all(this.#seekers.map(({ met }) => met));
  }

  /** They ask one after the other, so many a second. */
  async findSteadily(perSecond: number): Promise<Meeting[]> {
    const start = performance.now();
    for (const [n, seeker] of this.#seekers.entries()) {
      const due = start + n * 1000 / perSecond;
      if (due > performance.now()) await pause(due - performance.now());
      find(seeker);
    }
    return await Promise.all(this.#seekers.map(({ met }) => met));
  }

  async leave(): Promise<void> {
    this.#seekers.forEach(({ socket }) => say(socket, "stop"));
    await Promise.all(this.#seekers.map(({ free }) => free));
    this.#seekers.forEach(({ socket }) => socket.close());
  }
}

/** From the moment when the second of two had asked, one value for a call. */
export function waitsOfPairs(meetings: readonly Meeting[]): number[] {
  const calls = Map.groupBy(meetings, ({ call }) => call);
  return [...calls.values()].map((two) =>
    Math.max(...two.map(({ told }) => told)) -
    Math.max(...two.map(({ asked }) => asked))
  );
}

/** Deno sends headers along; the types are those of a browser, which cannot. */
const Socket = WebSocket as unknown as new (
  url: string,
  options: { headers: Record<string, string> },
) => WebSocket;

async function enter(origin: string, cookie: string): Promise<Seeker> {
  const url = `${origin.replace(/^http/, "ws")}/talk/live`;
  const socket = new Socket(url, { headers: { cookie, origin } });
  const met = Promise.withResolvers<Meeting>();
  const free = Promise.withResolvers<void>();
  const seeker = { socket, asked: 0, met: met.promise, free: free.promise };
  socket.onmessage = ({ data }) => {
    const told = performance.now();
    const event = JSON.parse(data);
    if (event.type === "ready") free.resolve();
    if (event.type === "matched") {
      met.resolve({ asked: seeker.asked, told, call: event.call });
    }
    if (event.type === "fault") met.reject(new Error(event.message));
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("Cannot bench: no socket"));
  });
  return seeker;
}

function find(seeker: Seeker): void {
  seeker.asked = performance.now();
  say(seeker.socket, "find");
}

function say(socket: WebSocket, type: string): void {
  socket.send(JSON.stringify({ v: 1, type }));
}
