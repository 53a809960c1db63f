import { assertEquals } from "@std/assert";
import { type CameraTrouble, openDevices } from "../../lib/client/devices.ts";
import { OwnMedia } from "../../lib/client/own_media.ts";

/** The errors of getUserMedia: Media Capture and Streams, section 10.2. */
const TROUBLES: Record<string, CameraTrouble> = {
  NotAllowedError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  SecurityError: "insecure",
  NotReadableError: "busy",
  AbortError: "busy",
};

class Track {
  enabled = true;
  stopped = false;
  constructor(readonly kind: "audio" | "video") {}
  stop(): void {
    this.stopped = true;
  }
}

/** A browser whose camera answers so, for as long as the work takes. */
async function withCamera(
  getUserMedia: () => Promise<unknown>,
  work: () => Promise<void>,
): Promise<void> {
  const mediaDevices = { getUserMedia };
  const options = { value: mediaDevices, configurable: true };
  Object.defineProperty(navigator, "mediaDevices", options);
  try {
    await work();
  } finally {
    Reflect.deleteProperty(navigator, "mediaDevices");
  }
}

for (const [name, trouble] of Object.entries(TROUBLES)) {
  Deno.test(`${name} is told as ${trouble}`, async () => {
    await withCamera(
      () => Promise.reject(new DOMException("no", name)),
      async () => {
        assertEquals(await openDevices(), { ok: false, trouble });
      },
    );
  });
}

Deno.test("what is no error of the camera's is told as busy", async () => {
  await withCamera(
    () => Promise.reject(new Error("no")),
    async () => {
      assertEquals(await openDevices(), { ok: false, trouble: "busy" });
    },
  );
});

Deno.test("a page that came without TLS has no camera to ask", async () => {
  assertEquals(await openDevices(), { ok: false, trouble: "insecure" });
});

Deno.test("a camera that was refused is asked again", async () => {
  const tracks = [new Track("video"), new Track("audio")];
  const answers = [
    () => Promise.reject(new DOMException("no", "NotAllowedError")),
    () => Promise.resolve({ getTracks: () => tracks }),
  ];
  const own = new OwnMedia();
  await withCamera(() => answers.shift()!(), async () => {
    await own.ask();
    assertEquals([own.camera.value, own.stream.value], ["refused", null]);
    await own.ask();
    assertEquals(own.camera.value, "on");
  });
  own.close();
  assertEquals(tracks.map(({ stopped }) => stopped), [true, true]);
});

Deno.test("mute and camera off each switch their own track, and back", async () => {
  const tracks = [new Track("video"), new Track("audio")];
  const own = new OwnMedia();
  const enabled = () => tracks.map((track) => track.enabled);
  await withCamera(
    () => Promise.resolve({ getTracks: () => tracks }),
    () => own.ask(),
  );
  own.toggle("audio");
  assertEquals([own.muted.value, enabled()], [true, [true, false]]);
  own.toggle("video");
  assertEquals([own.hidden.value, enabled()], [true, [false, false]]);
  own.toggle("audio");
  own.toggle("video");
  assertEquals(enabled(), [true, true]);
});

Deno.test("whoever muted before there was a microphone is muted once there is one", async () => {
  const tracks = [new Track("video"), new Track("audio")];
  const own = new OwnMedia();
  own.toggle("audio");
  await withCamera(
    () => Promise.resolve({ getTracks: () => tracks }),
    () => own.ask(),
  );
  assertEquals(tracks.map(({ enabled }) => enabled), [true, false]);
  own.toggle("audio");
  own.toggle("video");
  assertEquals(tracks.map(({ enabled }) => enabled), [false, true]);
});

Deno.test("a camera that is asked for twice is opened once", async () => {
  const own = new OwnMedia();
  let opened = 0;
  await withCamera(() => {
    opened++;
    return Promise.resolve({ getTracks: () => [] });
  }, async () => {
    await Promise.all([own.ask(), own.ask()]);
    assertEquals([opened, own.camera.value], [1, "on"]);
    await own.ask();
  });
  assertEquals(opened, 2);
});

Deno.test("a camera that opens after the page was left is let go at once", async () => {
  const tracks = [new Track("video"), new Track("audio")];
  const own = new OwnMedia();
  const late = Promise.withResolvers<unknown>();
  await withCamera(() => late.promise, async () => {
    const asked = own.ask();
    own.close();
    late.resolve({ getTracks: () => tracks });
    await asked;
  });
  assertEquals(tracks.map(({ stopped }) => stopped), [true, true]);
});
