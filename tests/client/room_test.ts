import { assertEquals, assertRejects } from "@std/assert";
import { ConnectionQuality, Room, RoomEvent } from "livekit-client";
import { CallRoom } from "../../lib/client/room.ts";
import type { RoomEvent as CallEvent } from "../../lib/client/talk_events.ts";
import { CHAT_TOPIC } from "../../lib/live/protocol.ts";

const CALL = "c".repeat(26);

interface Entered {
  url: string;
  token: string;
  options: unknown;
}

/**
 * The media library itself, without a connection: events are those that it
 * would send, by its own names. Each of its rooms makes these two methods for
 * itself, so they are caught as they are set.
 */
class Network implements Disposable {
  readonly entered: Entered[] = [];
  left = 0;
  room: Room | null = null;

  constructor(refuses = false) {
    const connect = (room: Room, ...[url, token, options]: Connect) => {
      this.room = room;
      this.entered.push({ url, token, options });
      return refuses ? Promise.reject(new Error("no room")) : Promise.resolve();
    };
    const disconnect = () => {
      this.left++;
      return Promise.resolve();
    };
    catchOn(
      "connect",
      (room) => (...given: Connect) => connect(room, ...given),
    );
    catchOn("disconnect", () => disconnect);
  }

  /** Something happens in the room. */
  emit(event: RoomEvent, ...given: unknown[]): void {
    (this.room as unknown as { emit(...given: unknown[]): void })
      .emit(event, ...given);
  }

  [Symbol.dispose](): void {
    for (const name of ["connect", "disconnect"]) {
      Reflect.deleteProperty(Room.prototype, name);
    }
  }
}

type Connect = Parameters<Room["connect"]>;

function catchOn(name: string, method: (room: Room) => unknown): void {
  Object.defineProperty(Room.prototype, name, {
    configurable: true,
    get(this: Room) {
      return method(this);
    },
    set() {},
  });
}

/** A track of the other, and where it is shown. */
function trackOf(name: string) {
  const places = new Set<unknown>();
  return {
    ...{ name, places },
    attach: (element: unknown) => void places.add(element),
    detach: () => places.clear(),
  };
}

async function openRoom(network: Network, url = "wss://media.example") {
  const heard: Record<string, unknown>[] = [];
  const room = new CallRoom(CALL, (event: CallEvent) => {
    heard.push({ ...event });
  });
  await room.enter({ url, token: "token" }, null);
  return { room, heard, network };
}

const element = (name: string) => ({ name }) as unknown as HTMLMediaElement;

Deno.test("a room is entered by its address and token", async () => {
  using network = new Network();
  await openRoom(network);
  assertEquals(network.entered, [{
    url: "wss://media.example",
    token: "token",
    options: { rtcConfig: undefined },
  }]);
});

Deno.test("nothing foreign is asked for what this machine reaches by itself", async () => {
  const asksNobody = { rtcConfig: { iceServers: [] } };
  const cases: [string, unknown][] = [
    ["ws://localhost:7880", asksNobody],
    ["ws://127.0.0.1:7880", asksNobody],
    ["ws://[::1]:7880", asksNobody],
    ["wss://localhost.example", { rtcConfig: undefined }],
    ["ws://10.0.0.1:7880", { rtcConfig: undefined }],
    ["wss://127.example.org", { rtcConfig: undefined }],
  ];
  for (const [url, options] of cases) {
    using network = new Network();
    await openRoom(network, url);
    assertEquals(network.entered[0].options, options, url);
  }
});

Deno.test("a room that refuses is told to whoever wanted in", async () => {
  using network = new Network(true);
  await assertRejects(() => openRoom(network), Error, "no room");
});

Deno.test("a room that was left before it was entered is not entered", async () => {
  using network = new Network();
  const room = new CallRoom(CALL, () => {});
  const entered = room.enter({ url: "wss://media.example", token: "t" }, null);
  room.leave();
  await entered;
  assertEquals([network.entered, network.left], [[], 0]);
});

Deno.test("each event of the room is told by the call that it is of", async () => {
  using network = new Network();
  const { heard } = await openRoom(network);
  network.emit(RoomEvent.ParticipantConnected, {});
  network.emit(RoomEvent.TrackSubscribed, trackOf("video"));
  network.emit(RoomEvent.Reconnecting);
  network.emit(RoomEvent.Reconnected);
  network.emit(RoomEvent.Disconnected);
  const callId = CALL;
  assertEquals(heard, [
    { type: "other_entered", callId },
    { type: "track_arrived", callId },
    { type: "quality_changed", callId, quality: "back" },
    { type: "quality_changed", callId, quality: "good" },
    { type: "room_lost", callId },
  ]);
});

Deno.test("the connection that is shown is one's own, in our words", async () => {
  using network = new Network();
  const { heard } = await openRoom(network);
  const own = network.room!.localParticipant;
  const qualities = {
    [ConnectionQuality.Excellent]: "good",
    [ConnectionQuality.Good]: "good",
    [ConnectionQuality.Poor]: "poor",
    [ConnectionQuality.Lost]: "back",
    [ConnectionQuality.Unknown]: "fair",
  };
  for (const quality of Object.keys(qualities)) {
    network.emit(RoomEvent.ConnectionQualityChanged, quality, own);
    network.emit(RoomEvent.ConnectionQualityChanged, quality, { other: true });
  }
  assertEquals(heard.map(({ quality }) => quality), Object.values(qualities));
});

Deno.test("text comes on its own topic; anything else in the room is none", async () => {
  using network = new Network();
  const { heard } = await openRoom(network);
  const message = { id: "m", from: "b", text: "Grüße 👋", at: 1 };
  const payload = new TextEncoder().encode(JSON.stringify(message));
  network.emit(RoomEvent.DataReceived, payload, undefined, 0, "other");
  network.emit(RoomEvent.DataReceived, payload, undefined, 0, undefined);
  assertEquals(heard, []);
  network.emit(RoomEvent.DataReceived, payload, undefined, 0, CHAT_TOPIC);
  assertEquals(heard, [{ type: "message_arrived", callId: CALL, message }]);
});

Deno.test("the other is shown wherever the page has a place, early or late", async () => {
  using network = new Network();
  const { room } = await openRoom(network);
  const [picture, sound] = [trackOf("video"), trackOf("audio")];
  network.emit(RoomEvent.TrackSubscribed, picture);
  const first = element("first");
  room.show(first);
  network.emit(RoomEvent.TrackSubscribed, sound);
  assertEquals([...picture.places, ...sound.places], [first, first]);
  const second = element("second");
  room.show(second);
  assertEquals([...picture.places, ...sound.places], [second, second]);
  room.show(null);
  assertEquals([...picture.places, ...sound.places], []);
});

Deno.test("a track that is gone is not shown again", async () => {
  using network = new Network();
  const { room } = await openRoom(network);
  const [picture, sound] = [trackOf("video"), trackOf("audio")];
  room.show(element("first"));
  network.emit(RoomEvent.TrackSubscribed, picture);
  network.emit(RoomEvent.TrackSubscribed, sound);
  network.emit(RoomEvent.TrackUnsubscribed, picture);
  const second = element("second");
  room.show(second);
  assertEquals([[...picture.places], [...sound.places]], [[], [second]]);
});

Deno.test("a room that was left shows nothing, tells nothing and is left once", async () => {
  using network = new Network();
  const { room, heard } = await openRoom(network);
  const picture = trackOf("video");
  room.show(element("first"));
  network.emit(RoomEvent.TrackSubscribed, picture);
  heard.length = 0;
  room.leave();
  room.leave();
  network.emit(RoomEvent.ParticipantConnected, {});
  network.emit(RoomEvent.Disconnected);
  assertEquals([heard, picture.places.size, network.left], [[], 0, 1]);
});

Deno.test("nobody is there before the room, in it alone, and after it", async () => {
  using network = new Network();
  const room = new CallRoom(CALL, () => {});
  assertEquals(room.hasOther, false);
  await room.enter({ url: "wss://media.example", token: "token" }, null);
  assertEquals(room.hasOther, false);
  network.room!.remoteParticipants.set("other", {} as never);
  assertEquals(room.hasOther, true);
});
