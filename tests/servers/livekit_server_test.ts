import { assert, assertEquals } from "@std/assert";
import { RoomServiceClient } from "livekit-server-sdk";
import {
  ensureLiveKitServer,
  startLiveKit,
} from "../../lib/tasks/livekit_server.ts";
import { readEnv } from "../../lib/config/mod.ts";
import { eventually, isRunning } from "../helpers/processes.ts";
import { listeningAddresses } from "../helpers/sockets.ts";

/** Nothing takes the webhooks of these tests. */
const webhookPort = 9;

async function start(onState?: (up: boolean) => void) {
  const { binary } = await ensureLiveKitServer({
    binary: readEnv().MILLO_LIVEKIT_BIN,
  });
  return await startLiveKit({ binary, webhookPort, onState });
}

Deno.test("LiveKit listens on nothing but 127.0.0.1", async () => {
  const livekit = await start();
  const addresses = listeningAddresses(livekit.pid()!);
  assert(addresses.length >= 2, "one for HTTP, one for media");
  assertEquals([...new Set(addresses)], ["127.0.0.1"]);
  await livekit.stop();
});

Deno.test("stopping LiveKit leaves no process", async () => {
  const livekit = await start();
  const pid = livekit.pid()!;
  assert(isRunning(pid));
  await livekit.stop();
  assert(!isRunning(pid));
  assertEquals(livekit.pid(), null);
});

Deno.test("LiveKit comes back at the same address with the same keys", async () => {
  const states: boolean[] = [];
  const livekit = await start((up) => states.push(up));
  const { url, key, secret } = livekit;
  const before = livekit.pid()!;
  Deno.kill(before, "SIGKILL");
  await eventually(() => states.length === 3, "LiveKit is back");
  assertEquals(states, [true, false, true]);
  assert(livekit.pid() !== before);
  const rooms = new RoomServiceClient(url.replace("ws", "http"), key, secret);
  await rooms.createRoom({ name: "after" });
  const [room] = await rooms.listRooms();
  assertEquals(room.name, "after");
  await livekit.stop();
});

Deno.test("another secret opens nothing", async () => {
  const livekit = await start();
  const { url, key } = livekit;
  const rooms = new RoomServiceClient(
    url.replace("ws", "http"),
    key,
    "x".repeat(52),
  );
  const fault = await rooms.listRooms().catch((fault) => fault);
  assertEquals(fault.status, 401);
  await livekit.stop();
});
