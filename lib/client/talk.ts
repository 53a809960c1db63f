import { computed, signal } from "@preact/signals";
import type { Event } from "../live/protocol.ts";
import { type CameraTrouble, type Devices, openDevices } from "./devices.ts";
import { LiveSocket } from "./live_socket.ts";
import { CallRoom, loadLibrary, type Quality } from "./room.ts";

export type TalkState =
  | "ready"
  | "searching"
  | "matched"
  | "live"
  | "ended"
  | "interrupted";

export type EndReason =
  | "they-left"
  | "you-left"
  | "interrupted"
  | "failed"
  | "elsewhere";

export interface TalkLine {
  id: string;
  from: "me" | "them";
  text: string;
  failed?: boolean;
}

/** After Next, keys rest, so that a held one does not skip people. */
const KEYS_REST_MS = 400;
/** Somebody without a camera is live without a picture. */
const PICTURE_PATIENCE_MS = 3_000;
const MOST_LINES = 200;

/** The live page, without its looks: signals to show, and what can be done. */
export function createTalk(socketPath: string) {
  const state = signal<TalkState>("ready");
  const reason = signal<EndReason>("they-left");
  const camera = signal<"on" | "asking" | CameraTrouble>("asking");
  const stream = signal<MediaStream | null>(null);
  const connection = signal<"connecting" | Quality>("connecting");
  const muted = signal(false);
  const cameraOff = signal(false);
  const lines = signal<readonly TalkLine[]>([]);
  const now = signal(Date.now());
  const since = signal(Date.now());
  const talked = signal(0);
  const elapsed = computed(() =>
    Math.max(0, Math.floor((now.value - since.value) / 1000))
  );

  let call: { id: string; identity: string; room: CallRoom } | null = null;
  let remote: HTMLVideoElement | null = null;
  /** True while the person wants to be matched, whatever stands in the way. */
  let wish = false;
  let mediaUp = true;
  let refs = 0;
  let restUntil = 0;
  const sent = new Map<number, string>();

  const socket = new LiveSocket({ path: socketPath, onEvent, onChange });
  let tick: ReturnType<typeof setInterval> | undefined;

  async function start(): Promise<void> {
    tick = setInterval(() => now.value = Date.now(), 500);
    socket.connect();
    await askForDevices();
  }

  async function askForDevices(): Promise<void> {
    camera.value = "asking";
    const devices: Devices = await openDevices();
    camera.value = devices.ok ? "on" : devices.trouble;
    stream.value = devices.ok ? devices.stream : null;
  }

  function find(): void {
    wish = true;
    search({ type: "find" });
  }

  function next(): void {
    if (Date.now() < restUntil) return;
    restUntil = Date.now() + KEYS_REST_MS;
    const left = call?.id ?? null;
    leaveRoom();
    wish = true;
    search({ type: "next", call: left });
  }

  function stop(): void {
    wish = false;
    leaveRoom();
    socket.send({ type: "stop" });
    state.value = "ready";
  }

  function search(
    request: { type: "find" } | { type: "next"; call: string | null },
  ): void {
    since.value = Date.now();
    now.value = Date.now();
    void loadLibrary().catch(() => {});
    if (socket.closed) socket.connect();
    const possible = socket.send(request) && mediaUp;
    state.value = possible ? "searching" : "interrupted";
  }

  function say(text: string): boolean {
    if (!call) return false;
    const ref = refs++;
    const said = socket.send({ type: "say", call: call.id, ref, text });
    if (said) sent.set(ref, text);
    return said;
  }

  function onChange(open: boolean): void {
    if (!open) interrupt();
  }

  /** No service: a call is over, a search goes on when it is back. */
  function interrupt(): void {
    if (call) endCall("interrupted");
    const cut = state.value === "ended" && reason.value === "interrupted";
    if (cut || wish) state.value = "interrupted";
  }

  function resume(): void {
    if (!mediaUp || !socket.open) return;
    if (wish) search({ type: "find" });
    else if (state.value === "interrupted") state.value = "ended";
  }

  function onEvent(event: Event): void {
    switch (event.type) {
      case "welcome":
      case "media":
        mediaUp = event.type === "welcome" ? event.media : event.up;
        return mediaUp ? resume() : interrupt();
      case "searching":
        if (wish && mediaUp) state.value = "searching";
        return;
      case "matched":
        return enter(event);
      case "ended":
        if (event.call !== call?.id) return;
        talked.value = event.seconds;
        return endCall(event.by === "they" ? "they-left" : "interrupted");
      case "said":
        return void sent.delete(event.ref);
      case "unsaid":
        return onUnsaid(event.ref);
      case "bye":
        if (event.reason !== "restart") leaveForGood();
        return;
      case "fault":
        if (event.code === "too_fast" && state.value === "searching") {
          setTimeout(() => wish && search({ type: "find" }), event.waitMs);
        }
        return;
      case "ready":
      case "pong":
        return;
    }
  }

  function enter(event: Extract<Event, { type: "matched" }>): void {
    if (!wish) return;
    wish = false;
    talked.value = 0;
    lines.value = [];
    connection.value = "connecting";
    since.value = now.value = Date.now();
    const room = new CallRoom({
      onTrack: () => connection.value = "good",
      onLine: ({ id, from, text }) =>
        addLine({ id, from: from === event.identity ? "me" : "them", text }),
      onQuality: (quality) => connection.value = quality,
      onLost: () => socket.send({ type: "lost", call: event.call }),
    });
    call = { id: event.call, identity: event.identity, room };
    state.value = "matched";
    room.show(remote);
    room.enter(event, stream.value).then(
      () =>
        setTimeout(() => call?.room === room && goLive(), PICTURE_PATIENCE_MS),
      () =>
        call?.room === room && socket.send({ type: "lost", call: event.call }),
    );
  }

  /** Their first frame is on the screen. */
  function goLive(): void {
    if (state.value === "matched") state.value = "live";
  }

  function endCall(why: EndReason): void {
    leaveRoom();
    reason.value = why;
    const away = why === "interrupted" && !(mediaUp && socket.open);
    state.value = away ? "interrupted" : "ended";
  }

  function leaveRoom(): void {
    if (call) talked.value ||= elapsed.value;
    call?.room.leave();
    call = null;
    sent.clear();
  }

  function onUnsaid(ref: number): void {
    const text = sent.get(ref);
    sent.delete(ref);
    if (text === undefined) return;
    addLine({ id: `unsaid-${ref}`, from: "me", text, failed: true });
  }

  function addLine(line: TalkLine): void {
    lines.value = [...lines.value, line].slice(-MOST_LINES);
  }

  function leaveForGood(): void {
    wish = false;
    socket.close();
    endCall("elsewhere");
  }

  function showRemote(element: HTMLVideoElement | null): void {
    remote = element;
    call?.room.show(element);
    element?.addEventListener("playing", goLive, { once: true });
  }

  function toggle(kind: "audio" | "video"): void {
    const off = kind === "audio" ? muted : cameraOff;
    off.value = !off.value;
    for (const track of stream.value?.getTracks() ?? []) {
      if (track.kind === kind) track.enabled = !off.value;
    }
  }

  function close(): void {
    clearInterval(tick);
    leaveRoom();
    socket.close();
    for (const track of stream.value?.getTracks() ?? []) track.stop();
  }

  return {
    state,
    reason,
    camera,
    stream,
    connection,
    muted,
    cameraOff,
    lines,
    elapsed,
    talked,
    start,
    askForDevices,
    find,
    next,
    stop,
    say,
    showRemote,
    toggle,
    close,
  };
}

export type Talk = ReturnType<typeof createTalk>;
