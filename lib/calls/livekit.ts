import {
  AccessToken,
  DataPacket_Kind,
  RoomServiceClient,
  TrackSource,
  TwirpError,
  WebhookReceiver,
} from "livekit-server-sdk";
import type { LiveKitConfig } from "../config/mod.ts";
import { type Media, type MediaEvent, MediaUnavailable } from "./media.ts";

/** An empty room ends by itself; two browsers need a moment to arrive. */
const EMPTY_ROOM_SECONDS = 30;
const DEPARTED_ROOM_SECONDS = 5;
/** The token opens the door only for this long. */
export const TOKEN_SECONDS = 60;
/** How long one request to the media server may take, in seconds. */
const REQUEST_TIMEOUT_SECONDS = 3;

/** LiveKit, the only media server there is; this file alone names its SDK. */
export class LiveKit implements Media {
  #service: RoomServiceClient;
  #webhooks: WebhookReceiver;

  constructor(readonly config: LiveKitConfig) {
    const { apiUrl, key, secret } = config;
    this.#service = new RoomServiceClient(apiUrl, key, secret, {
      requestTimeout: REQUEST_TIMEOUT_SECONDS,
    });
    this.#webhooks = new WebhookReceiver(key, secret);
  }

  get url(): string {
    return this.config.url;
  }

  async openRoom(room: string): Promise<void> {
    await reach("open a room", () =>
      this.#service.createRoom({
        name: room,
        maxParticipants: 2,
        emptyTimeout: EMPTY_ROOM_SECONDS,
        departureTimeout: DEPARTED_ROOM_SECONDS,
      }));
  }

  async closeRoom(room: string): Promise<void> {
    try {
      await this.#service.deleteRoom(room);
    } catch (error) {
      if (error instanceof TwirpError && error.code === "not_found") return;
      throw unavailable("close a room", error);
    }
  }

  token(room: string, identity: string): Promise<string> {
    const { key, secret } = this.config;
    const token = new AccessToken(key, secret, {
      identity,
      ttl: TOKEN_SECONDS,
    });
    token.addGrant({
      roomJoin: true,
      room,
      canPublish: true,
      canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    return token.toJwt();
  }

  async send(room: string, topic: string, payload: unknown): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(payload));
    await reach(
      "send to a room",
      () =>
        this.#service.sendData(room, bytes, DataPacket_Kind.RELIABLE, {
          topic,
        }),
    );
  }

  async rooms(): Promise<Set<string>> {
    const rooms = await reach(
      "list rooms",
      () => this.#service.listRooms(),
    );
    return new Set(rooms.map((room) => room.name));
  }

  async ping(): Promise<number> {
    const start = performance.now();
    await reach("reach LiveKit", () => this.#service.listRooms(["-"]));
    return performance.now() - start;
  }

  async event(
    body: string,
    authorization: string,
  ): Promise<MediaEvent | null> {
    try {
      const event = await this.#webhooks.receive(body, authorization);
      return {
        kind: event.event,
        room: event.room?.name ?? null,
        identity: event.participant?.identity ?? null,
      };
    } catch {
      return null;
    }
  }
}

async function reach<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw unavailable(what, error);
  }
}

function unavailable(what: string, error: unknown): MediaUnavailable {
  const reason = error instanceof Error ? error.message : String(error);
  return new MediaUnavailable(`Cannot ${what}: ${reason}`, { cause: error });
}
