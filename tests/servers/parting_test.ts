import { assert, assertEquals } from "@std/assert";
import { LiveKit } from "../../lib/calls/mod.ts";
import { SECOND, systemClock, systemScheduler } from "../../lib/kernel/mod.ts";
import { LiveHub } from "../../lib/live/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { admitAll } from "../helpers/admission.ts";
import { Visitor } from "../helpers/people.ts";
import { impose } from "../helpers/sanctions.ts";
import { liveKitForTests } from "../helpers/servers.ts";

const real = { sanitizeOps: false, sanitizeResources: false };

/** Somebody who is in a room, as far as the signals of LiveKit go. */
async function enterRoom(url: string, token: string): Promise<WebSocket> {
  const query = `access_token=${token}&protocol=15&auto_subscribe=1`;
  const socket = new WebSocket(`${url}/rtc?${query}`);
  socket.binaryType = "arraybuffer";
  await new Promise<void>((resolve, reject) => {
    // The first thing that comes is the answer to joining.
    socket.addEventListener("message", () => resolve(), { once: true });
    socket.addEventListener("close", () => reject(new Error("refused")));
    socket.addEventListener("error", () => reject(new Error("refused")));
  });
  return socket;
}

function closed(socket: WebSocket): Promise<number> {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = () => resolve(performance.now() - start);
    if (socket.readyState === WebSocket.CLOSED) done();
    socket.addEventListener("close", done);
  });
}

Deno.test({
  name:
    "M14: who is banned in a call is out of its room within 2 s, and the old token neither returns nor makes it again",
  ...real,
  async fn() {
    const { url, key, secret } = await liveKitForTests();
    const apiUrl = url.replace(/^ws/, "http");
    const media = new LiveKit({ url, apiUrl, key, secret });
    const store = await openStore({ at: ":memory:", clock: systemClock });
    const liveHub = new LiveHub({
      ...{ store, clock: systemClock, scheduler: systemScheduler, media },
      admit: admitAll,
      onError: (_what, error) => {
        throw error;
      },
    });
    await liveHub.start();
    const ada = await new Visitor().enter(liveHub);
    const ben = await new Visitor().enter(liveHub);
    await Promise.all([ada.find(), ben.find()]);
    await Promise.all([ada.until("matched"), ben.until("matched")]);
    const { token } = ada.call!;
    const sockets = [
      await enterRoom(url, token),
      await enterRoom(url, ben.call!.token),
    ];
    const room = JSON.parse(atob(token.split(".")[1])).video.room;
    assert((await media.rooms()).has(room));

    await impose(store, ada.accountId, { kind: "ban", until: null });
    const gone = sockets.map(closed);
    const start = performance.now();
    await liveHub.part(ada.accountId);
    for (const ms of await Promise.all(gone)) assert(ms < 2 * SECOND);
    assert(performance.now() - start < 2 * SECOND);
    await ben.until("ended");
    assertEquals(ben.all("ended").map(({ by }) => by), ["they"]);

    const again = await enterRoom(url, token).catch((error) => error.message);
    assertEquals(again, "refused");
    assertEquals((await media.rooms()).has(room), false);
    await ada.find();
    assertEquals(ada.all("fault").map(({ reason }) => reason), [
      ...["sanctioned", "sanctioned"],
    ]);
    assertEquals(ada.all("matched").length, 1);
    await liveHub.stop();
    await store.close();
  },
});
