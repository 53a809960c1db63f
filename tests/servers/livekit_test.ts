import { assert, assertEquals } from "@std/assert";
import { RoomServiceClient } from "livekit-server-sdk";
import { LiveKit, TOKEN_SECONDS } from "../../lib/calls/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { eventually } from "../helpers/processes.ts";
import { liveKitForTests } from "../helpers/servers.ts";

const real = { sanitizeOps: false, sanitizeResources: false };

async function open() {
  const { url, key, secret } = await liveKitForTests();
  const apiUrl = url.replace(/^ws/, "http");
  const media = new LiveKit({ url, apiUrl, key, secret });
  const rooms = new RoomServiceClient(apiUrl, key, secret);
  /** What the server says to this token, before any media. */
  const knock = async (token: string) => {
    const response = await fetch(
      `${apiUrl}/rtc/validate?access_token=${token}`,
    );
    await response.body?.cancel();
    return response.status;
  };
  return { media, rooms, knock };
}

function claimsOf(token: string) {
  return JSON.parse(atob(token.split(".")[1]));
}

Deno.test({
  name: "a token opens one room for one identity, media only, within 60 s",
  ...real,
  async fn() {
    const { media } = await open();
    const [room, identity] = [newId(), newId()];
    const claims = claimsOf(await media.token(room, identity));
    assertEquals(claims.sub, identity);
    assert(claims.exp - claims.nbf <= TOKEN_SECONDS);
    assert(claims.exp - Math.floor(Date.now() / 1000) <= 60);
    assertEquals(claims.name, undefined);
    assertEquals(claims.metadata, undefined);
    assertEquals(claims.video, {
      roomJoin: true,
      room,
      canPublish: true,
      canPublishSources: ["camera", "microphone"],
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  },
});

Deno.test({
  name: "a room is for two, and ends by itself when it stays empty",
  ...real,
  async fn() {
    const { media, rooms } = await open();
    const room = newId();
    await media.openRoom(room);
    const [made] = await rooms.listRooms([room]);
    assertEquals(made.maxParticipants, 2);
    assert(made.emptyTimeout > 0 && made.emptyTimeout <= 60);
    assert(made.departureTimeout > 0 && made.departureTimeout <= 10);
    await media.closeRoom(room);
  },
});

Deno.test({
  name: "a token opens its room while it is there, and never makes one",
  ...real,
  async fn() {
    const { media, knock } = await open();
    const room = newId();
    const token = await media.token(room, newId());
    assertEquals(await knock(token), 404);
    await media.openRoom(room);
    assertEquals(await knock(token), 200);
    await media.closeRoom(room);
    assertEquals((await media.rooms()).has(room), false);
    assertEquals(await knock(token), 404);
    await media.closeRoom(room);
  },
});

Deno.test({
  name: "a webhook counts only with our signature over its very words",
  ...real,
  async fn() {
    const heard: { body: string; signature: string }[] = [];
    const server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      async (request) => {
        const signature = request.headers.get("authorization") ?? "";
        heard.push({ body: await request.text(), signature });
        return new Response();
      },
    );
    const { port } = server.addr as Deno.NetAddr;
    const own = await startOwn(port);
    const room = newId();
    await own.media.openRoom(room);
    await own.media.closeRoom(room);
    await eventually(() => heard.length > 0, "the webhook comes");
    const { body, signature } = heard[0];
    assertEquals((await own.media.event(body, signature))?.room, room);
    assertEquals(await own.media.event(body, ""), null);
    assertEquals(await own.media.event(body + " ", signature), null);
    const { media: other } = await open();
    assertEquals(await other.event(body, signature), null);
    await own.stop();
    await server.shutdown();
  },
});

/** A LiveKit of this test alone, since webhooks have one address each. */
async function startOwn(webhookPort: number) {
  const { startLiveKit, ensureLiveKitServer } = await import(
    "../../lib/tasks/livekit_server.ts"
  );
  const { binary } = await ensureLiveKitServer();
  const server = await startLiveKit({ binary, webhookPort });
  const { url, key, secret } = server;
  const apiUrl = url.replace(/^ws/, "http");
  const media = new LiveKit({ url, apiUrl, key, secret });
  return { media, stop: () => server.stop() };
}
