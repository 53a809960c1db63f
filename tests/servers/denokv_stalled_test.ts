import { assert, assertEquals, assertRejects } from "@std/assert";
import { newSecret } from "../../lib/kernel/mod.ts";
import { setEnv } from "../../lib/config/mod.ts";
import { freeTcpPort } from "../../lib/tasks/ports.ts";
import {
  openStore,
  type Store,
  StoreUnavailable,
} from "../../lib/store/mod.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { lamps } from "../store/helpers/collections.ts";
import { denokvBinary } from "../store/helpers/denokv.ts";
import { TestClock } from "../helpers/clock.ts";
import { eventually } from "../helpers/processes.ts";

/** A server under our own hand, to stop, kill and start again on its port. */
interface Server {
  url: string;
  start(): Promise<void>;
  signal(name: Deno.Signal): void;
  end(): Promise<void>;
}

async function serverIn(folder: string): Promise<Server> {
  const binary = await denokvBinary();
  const port = freeTcpPort();
  const token = newSecret();
  setEnv("DENO_KV_ACCESS_TOKEN", token);
  const url = `http://127.0.0.1:${port}`;
  let child: Deno.ChildProcess | null = null;
  return {
    url,
    async start() {
      child = new Deno.Command(binary, {
        args: [
          "--sqlite-path",
          `${folder}/kv`,
          "serve",
          "--addr",
          `127.0.0.1:${port}`,
        ],
        env: { DENO_KV_ACCESS_TOKEN: token },
        stdout: "null",
        stderr: "null",
      }).spawn();
      await eventually(
        () =>
          fetch(url).then((answer) => answer.body?.cancel()).then(
            () => true,
            () => false,
          ),
        "denokv answers",
      );
    },
    signal: (name) => child!.kill(name),
    async end() {
      child!.kill("SIGKILL");
      await child!.status;
    },
  };
}

function onServer(
  name: string,
  work: (server: Server, store: Store, clock: TestClock) => Promise<void>,
): void {
  Deno.test({
    name,
    // A stalled connection is only let go when its handle's process ends.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () =>
      withFolder(async (folder) => {
        const server = await serverIn(folder);
        await server.start();
        const clock = new TestClock();
        const store = await openStore({ at: server.url, clock });
        try {
          await store.ping();
          await work(server, store, clock);
        } finally {
          await store.close();
          await server.end().catch(() => {});
        }
      }),
  });
}

async function refusesEverything(store: Store, clock: TestClock) {
  const start = performance.now();
  const lamp = { room: "hall", n: 1, at: clock.now() };
  const calls: Record<string, () => Promise<unknown>> = {
    get: () => store.get(lamps, ["hall", 1]),
    getMany: () => store.getMany(lamps, [["hall", 1], ["hall", 2]]),
    list: () => store.list(lamps, "byRoom", { limit: 5 }),
    all: () => store.all(lamps, { limit: 5 }),
    write: () => store.write().add(lamps, lamp).commit(),
    addTombstone: () => store.addTombstone("ann", clock.now()),
    ping: () => store.ping(),
  };
  await Promise.all(
    Object.values(calls).map((call) => assertRejects(call, StoreUnavailable)),
  );
  assert(performance.now() - start < 8_000, "it took too long");
}

onServer(
  "a dead server is reported and not waited for",
  async (server, store, clock) => {
    await server.end();
    await refusesEverything(store, clock);
    await server.start();
    await eventually(
      () => store.get(lamps, ["hall", 1]).then(() => true, () => false),
      "the store answers again",
      20_000,
    );
  },
);

onServer(
  "a stopped server is reported and not waited for",
  async (server, store, clock) => {
    server.signal("SIGSTOP");
    try {
      await refusesEverything(store, clock);
    } finally {
      server.signal("SIGCONT");
    }
    await eventually(
      () => store.ping().then(() => true, () => false),
      "the store answers again",
      20_000,
    );
  },
);

onServer(
  "a channel reaches other processes, also after the server was away",
  async (server, store, clock) => {
    const other = await openStore({ at: server.url, clock });
    let woken = 0;
    const stop = store.subscribe("hall", () => woken++);
    const publish = () => {
      const lamp = { room: "hall", n: 1, at: clock.now() };
      return other.write().add(lamps, lamp).publish("hall").commit()
        .then(({ ok }) => ok, () => false);
    };
    try {
      await eventually(
        async () => await publish() && woken > 0,
        "subscribers wake",
      );
      await server.end();
      await server.start();
      await eventually(publish, "a write passes", 30_000);
      const before = woken;
      await eventually(
        async () => await publish() && woken > before,
        "subscribers wake again",
        30_000,
      );
    } finally {
      stop();
      await other.close();
    }
    assertEquals(woken > 1, true);
  },
);
