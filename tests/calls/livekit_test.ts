import { assert, assertEquals, assertRejects } from "@std/assert";
import { AccessToken } from "livekit-server-sdk";
import {
  LiveKit,
  MediaUnavailable,
  TOKEN_SECONDS,
} from "../../lib/calls/mod.ts";
import { newId, newSecret } from "../../lib/kernel/mod.ts";

const KEY = "key";
const SECRET = newSecret();

interface Asked {
  method: string;
  body: Record<string, unknown>;
  grants: Record<string, unknown>;
}

type Answer = (method: string) => Response | Promise<Response>;

/** A media server that answers as it is told, and notes what it was asked. */
async function withServer(
  answer: Answer,
  work: (media: LiveKit, asked: Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const method = new URL(request.url).pathname.split("/").at(-1)!;
      const token = request.headers.get("authorization") ?? "";
      const body = await request.json().catch(() => ({}));
      asked.push({ method, body, grants: claimsOf(token).video ?? {} });
      return await answer(method);
    },
  );
  const apiUrl = `http://127.0.0.1:${server.addr.port}`;
  try {
    await work(mediaAt(apiUrl), asked);
  } finally {
    await server.shutdown();
  }
}

function mediaAt(apiUrl: string, secret = SECRET): LiveKit {
  return new LiveKit({ url: "wss://media.example", apiUrl, key: KEY, secret });
}

function claimsOf(token: string) {
  const [, claims] = token.replace(/^Bearer /, "").split(".");
  if (!claims) return {};
  return JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
}

const fine: Answer = (method) =>
  Response.json(method === "ListRooms" ? { rooms: [] } : {});

function refusal(code: string, status: number): Answer {
  return () => Response.json({ code, msg: `it says ${code}` }, { status });
}

Deno.test("browsers are told the public address, not the one that we use", async () => {
  await withServer(fine, async (media) => {
    assertEquals(media.url, "wss://media.example");
    await media.rooms();
  });
});

Deno.test("a room is asked for two people, and to end when it stays empty", async () => {
  const room = newId();
  await withServer(fine, async (media, asked) => {
    await media.openRoom(room);
    const [{ method, body, grants }] = asked;
    assertEquals([method, grants.roomCreate], ["CreateRoom", true]);
    assertEquals(body, {
      name: room,
      maxParticipants: 2,
      emptyTimeout: 30,
      departureTimeout: 5,
    });
  });
});

Deno.test("the names of the rooms are a set, of none and of many", async () => {
  const names = [newId(), newId(), newId()];
  await withServer(
    () => Response.json({ rooms: names.map((name) => ({ name })) }),
    async (media) => assertEquals(await media.rooms(), new Set(names)),
  );
  await withServer(
    () => Response.json({}),
    async (media) => assertEquals(await media.rooms(), new Set()),
  );
});

Deno.test("a message goes to its room alone, by its topic, and whole", async () => {
  const room = newId();
  const payload = { text: "Zoë 🇩🇪", at: 7, from: newId() };
  await withServer(fine, async (media, asked) => {
    await media.send(room, "chat", payload);
    const [{ method, body, grants }] = asked;
    assertEquals([method, body.room, body.topic], ["SendData", room, "chat"]);
    assertEquals([grants.roomAdmin, grants.room], [true, room]);
    const bytes = Uint8Array.from(
      atob(String(body.data)),
      (char) => char.charCodeAt(0),
    );
    assertEquals(JSON.parse(new TextDecoder().decode(bytes)), payload);
  });
});

Deno.test("closing a room that is gone already is fine", async () => {
  await withServer(refusal("not_found", 404), async (media, asked) => {
    await media.closeRoom(newId());
    assertEquals(asked.map(({ method }) => method), ["DeleteRoom"]);
  });
});

const ASKS: Record<string, (media: LiveKit) => Promise<unknown>> = {
  "open a room": (media) => media.openRoom("r"),
  "close a room": (media) => media.closeRoom("r"),
  "send to a room": (media) => media.send("r", "chat", {}),
  "list rooms": (media) => media.rooms(),
  "reach LiveKit": (media) => media.ping(),
};

for (const [what, ask] of Object.entries(ASKS)) {
  Deno.test(`a media server that cannot ${what} is one that is away`, async () => {
    for (
      const answer of [
        refusal("internal", 500),
        refusal("unauthenticated", 401),
        refusal("resource_exhausted", 429),
        () => new Response("<html>a proxy's page", { status: 502 }),
        () => new Response("not JSON at all"),
      ]
    ) {
      await withServer(answer, async (media) => {
        const error = await assertRejects(() => ask(media), MediaUnavailable);
        assert(error.message.startsWith(`Cannot ${what}: `), error.message);
        assert(error.cause !== undefined, "the reason is kept for the log");
      });
    }
  });
}

Deno.test("where nobody listens the media server is away, not broken", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const media = mediaAt(`http://127.0.0.1:${port}`);
  for (const ask of Object.values(ASKS)) {
    await assertRejects(() => ask(media), MediaUnavailable);
  }
});

Deno.test("no fault tells the key's secret or who is in the room", async () => {
  const [room, identity] = [newId(), newId()];
  await withServer(refusal("internal", 500), async (media) => {
    const faults = await Promise.all([
      media.openRoom(room).catch((error) => error),
      media.send(room, "chat", { from: identity }).catch((error) => error),
    ]);
    for (const { message } of faults) {
      for (const secret of [SECRET, identity]) {
        assertEquals(message.includes(secret), false, message);
      }
    }
  });
});

Deno.test("a ping tells the time to the answer", async () => {
  await withServer(fine, async (media) => {
    const ms = await media.ping();
    assert(ms > 0 && ms < 3_000, String(ms));
  });
});

Deno.test("a token lets one identity into one room, for a minute, to see and be seen", async () => {
  const [room, identity] = [newId(), newId()];
  const media = mediaAt("http://127.0.0.1:1");
  const claims = claimsOf(await media.token(room, identity));
  assertEquals([claims.iss, claims.sub], [KEY, identity]);
  const left = claims.exp - Date.now() / 1_000;
  assert(left > 0 && left <= TOKEN_SECONDS, String(left));
  const { video } = claims;
  assertEquals([video.room, video.roomJoin], [room, true]);
  for (const power of ["roomCreate", "roomAdmin", "roomList", "roomRecord"]) {
    assertEquals(video[power] ?? false, false, power);
  }
  assertEquals([video.canPublishData, video.canUpdateOwnMetadata], [
    false,
    false,
  ]);
  assertEquals(video.canPublishSources, ["camera", "microphone"]);
});

/** What the media server signs a webhook with. */
async function signed(body: string, secret = SECRET): Promise<string> {
  const token = new AccessToken(KEY, secret, { ttl: 60 });
  const bytes = new TextEncoder().encode(body);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  token.sha256 = btoa(String.fromCharCode(...digest));
  return await token.toJwt();
}

const FINISHED = JSON.stringify({
  event: "room_finished",
  room: { name: "r1", sid: "RM_1" },
  somethingNew: { of: "a later version" },
});

Deno.test("a signed event is read: its kind, its room, and who it is about", async () => {
  const media = mediaAt("http://127.0.0.1:1");
  assertEquals(await media.event(FINISHED, await signed(FINISHED)), {
    kind: "room_finished",
    room: "r1",
    identity: null,
  });
  const left = JSON.stringify({
    event: "participant_left",
    room: { name: "r1" },
    participant: { identity: "i1" },
  });
  assertEquals(await media.event(left, await signed(left)), {
    kind: "participant_left",
    room: "r1",
    identity: "i1",
  });
  const bare = JSON.stringify({ event: "egress_started" });
  assertEquals(await media.event(bare, await signed(bare)), {
    ...{ kind: "egress_started", room: null, identity: null },
  });
});

Deno.test("what is not signed by our server over these very words is nothing", async () => {
  const media = mediaAt("http://127.0.0.1:1");
  const signature = await signed(FINISHED);
  const forged: Record<string, [body: string, signature: string]> = {
    "no signature": [FINISHED, ""],
    "no token": [FINISHED, "Bearer x"],
    "another secret's": [FINISHED, await signed(FINISHED, newSecret())],
    "other words": [FINISHED.replace("r1", "r2"), signature],
    "a space more": [`${FINISHED} `, signature],
    "a token of a person": [FINISHED, await media.token("r1", "i1")],
    "words cut off": [FINISHED.slice(0, -1), signature],
    "no JSON, though signed": ["room_finished", await signed("room_finished")],
    "JSON of another form": ["[1]", await signed("[1]")],
    "a signature cut off": [FINISHED, signature.slice(0, -2)],
    "without a signature's algorithm": [FINISHED, unsigned(signature)],
  };
  for (const [what, [body, given]] of Object.entries(forged)) {
    assertEquals(await media.event(body, given), null, what);
  }
});

/** The same claims, said to need no signature. */
function unsigned(token: string): string {
  const header = btoa(JSON.stringify({ alg: "none" })).replaceAll("=", "");
  return `${header}.${token.split(".")[1]}.`;
}
