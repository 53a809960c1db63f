import type * as LiveKit from "livekit-client";
import { CHAT_TOPIC, type RoomMessage } from "../live/protocol.ts";
import type { RoomEvent as CallEvent } from "./talk_events.ts";

export type Quality = "good" | "fair" | "poor" | "back";

let library: Promise<typeof LiveKit> | null = null;

/** Starts loading the media library; called when the search begins. */
export function loadLibrary(): Promise<typeof LiveKit> {
  library ??= import("livekit-client").then((loaded) => {
    // It would name rooms and identities in the console.
    loaded.setLogLevel("silent");
    return loaded;
  }).catch((error) => {
    library = null;
    throw error;
  });
  return library;
}

/** One call: a room that is entered once and left once. */
export class CallRoom {
  #room: LiveKit.Room | null = null;
  #left = false;
  #tracks: LiveKit.RemoteTrack[] = [];
  #element: HTMLMediaElement | null = null;
  #cleanups: (() => void)[] = [];

  constructor(
    readonly callId: string,
    readonly onEvent: (event: CallEvent) => void,
  ) {}

  /** Rejects when the room cannot be entered. */
  async enter(
    { url, token }: { url: string; token: string },
    stream: MediaStream | null,
  ): Promise<void> {
    const livekit = await loadLibrary();
    if (this.#left) return;
    const room = new livekit.Room({
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      // The socket closes with the page, and the room with the socket; this
      // would only make a departure look like a loss.
      disconnectOnPageLeave: false,
      publishDefaults: { videoCodec: "vp8", simulcast: true },
    });
    this.#room = room;
    this.#listen(livekit, room);
    this.#publish(livekit, room, stream);
    await room.connect(url, token, {
      rtcConfig: isLoopback(url) ? { iceServers: [] } : undefined,
    });
  }

  /** Not waited for: the tracks travel with the join, and calls without go on. */
  #publish(
    livekit: typeof LiveKit,
    room: LiveKit.Room,
    stream: MediaStream | null,
  ): void {
    const { Source } = livekit.Track;
    for (const track of stream?.getTracks() ?? []) {
      const source = track.kind === "video" ? Source.Camera : Source.Microphone;
      room.localParticipant.publishTrack(track, { source }).catch(() => {
        // The room was left meanwhile, or ends the call by itself.
      });
    }
  }

  /** Whether the other is in the room. */
  get hasOther(): boolean {
    return (this.#room?.remoteParticipants.size ?? 0) > 0;
  }

  /** Shows what has come, and what comes, in this element. */
  show(element: HTMLMediaElement | null): void {
    for (const track of this.#tracks) track.detach();
    this.#element = element;
    if (!element) return;
    for (const track of this.#tracks) track.attach(element);
  }

  /** Leaves, keeps the own camera on, and forgets every listener. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    for (const cleanup of this.#cleanups) cleanup();
    for (const track of this.#tracks) track.detach();
    this.#tracks = [];
    void this.#room?.disconnect(false);
  }

  #listen(livekit: typeof LiveKit, room: LiveKit.Room): void {
    const { RoomEvent } = livekit;
    const { callId, onEvent } = this;
    const decoder = new TextDecoder();
    const tellQuality = (quality: Quality) =>
      onEvent({ type: "quality_changed", callId, quality });
    const listeners: Partial<LiveKit.RoomEventCallbacks> = {
      [RoomEvent.TrackSubscribed]: (track: LiveKit.RemoteTrack) => {
        this.#tracks.push(track);
        if (this.#element) track.attach(this.#element);
        onEvent({ type: "track_arrived", callId });
      },
      [RoomEvent.ParticipantConnected]: () =>
        onEvent({ type: "other_entered", callId }),
      [RoomEvent.TrackUnsubscribed]: (track: LiveKit.RemoteTrack) => {
        track.detach();
        this.#tracks = this.#tracks.filter((one) => one !== track);
      },
      [RoomEvent.DataReceived]: (payload, _from, _kind, topic) => {
        if (topic !== CHAT_TOPIC) return;
        const message = JSON.parse(decoder.decode(payload)) as RoomMessage;
        onEvent({ type: "message_arrived", callId, message });
      },
      [RoomEvent.ConnectionQualityChanged]: (quality, participant) => {
        if (participant === room.localParticipant) {
          tellQuality(QUALITIES[quality]);
        }
      },
      [RoomEvent.Reconnecting]: () => tellQuality("back"),
      [RoomEvent.Reconnected]: () => tellQuality("good"),
      [RoomEvent.Disconnected]: () => onEvent({ type: "room_lost", callId }),
    };
    for (const [name, listener] of Object.entries(listeners)) {
      const event = name as LiveKit.RoomEvent;
      room.on(event, listener as () => void);
      this.#cleanups.push(() => room.off(event, listener as () => void));
    }
  }
}

const QUALITIES: Record<LiveKit.ConnectionQuality, Quality> = {
  excellent: "good",
  good: "good",
  poor: "poor",
  lost: "back",
  unknown: "fair",
};

/** A media server on this machine needs no other to be reached. */
function isLoopback(url: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);
}
