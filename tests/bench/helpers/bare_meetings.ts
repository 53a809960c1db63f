import { AccessToken, RoomServiceClient } from "livekit-server-sdk";
import type * as LiveKit from "livekit-client";
import type { Browser, Page } from "playwright-core";
import type { LiveKitServer } from "../../../lib/tasks/livekit_server.ts";
import { newId } from "../../../lib/kernel/mod.ts";
import { pause } from "./figures.ts";
import { installPageClock, type Moments } from "./page_clock.ts";

const REST_MS = 600;

const PAGE = `<!doctype html><video id="remote" autoplay playsinline></video>
<script type="module">
import { Room } from "/library.js";
const wanted = { width: 960, height: 540, frameRate: 25 };
const stream = await navigator.mediaDevices
  .getUserMedia({ video: wanted, audio: true });
const remote = document.querySelector("#remote");
let room;
window.join = async (url, token) => {
  window.pageClock.press();
  room = new Room({ stopLocalTrackOnUnpublish: false });
  room.on("trackSubscribed", (track) => track.attach(remote));
  room.on("trackUnsubscribed", (track) => track.detach());
  const published = stream.getTracks()
    .map((track) => room.localParticipant.publishTrack(track));
  await Promise.all([
    room.connect(url, token, { rtcConfig: { iceServers: [] } }),
    ...published,
  ]);
};
window.leave = () => room.disconnect(false);
</script>`;

interface BareWindow {
  join?: (url: string, token: string) => Promise<void>;
  leave(): Promise<LiveKit.Room>;
}

/** Two pages with nothing but livekit-client, which enter one room at once. */
export async function meetBare(
  browser: Browser,
  livekit: LiveKitServer,
  library: Uint8Array,
  rounds: number,
): Promise<Moments[]> {
  await using server = serve(library as Uint8Array<ArrayBuffer>);
  const url = `http://127.0.0.1:${server.addr.port}/`;
  const pages = await Promise.all([open(browser, url), open(browser, url)]);
  const meetings: Moments[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause(REST_MS);
    meetings.push(await meetOnce(pages, livekit));
  }
  await Promise.all(pages.map((page) => page.context().close()));
  return meetings;
}

async function meetOnce(
  pages: Page[],
  livekit: LiveKitServer,
): Promise<Moments> {
  const { url, key, secret } = livekit;
  const room = newId();
  const service = new RoomServiceClient(
    url.replace(/^ws/, "http"),
    key,
    secret,
  );
  await service.createRoom({ name: room });
  const met = await Promise.all(pages.map(async (page, n) => {
    const token = new AccessToken(key, secret, { identity: String(n) });
    token.addGrant({ roomJoin: true, room });
    return await page.evaluate(async ({ url, token }) => {
      await (globalThis.window as unknown as BareWindow).join!(url, token);
      return await globalThis.window.pageClock.meeting();
    }, { url, token: await token.toJwt() });
  }));
  await Promise.all(pages.map((page) =>
    page.evaluate(async () => {
      await (globalThis.window as unknown as BareWindow).leave();
    })
  ));
  return met[0];
}

async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(installPageClock);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() =>
    (globalThis.window as unknown as BareWindow).join !== undefined
  );
  return page;
}

function serve(
  library: Uint8Array<ArrayBuffer>,
): Deno.HttpServer<Deno.NetAddr> {
  const file = (body: BodyInit, type: string) =>
    new Response(body, { headers: { "content-type": type } });
  return Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
    handler: ({ url }) =>
      url.endsWith(".js")
        ? file(library, "text/javascript")
        : file(PAGE, "text/html"),
  });
}
