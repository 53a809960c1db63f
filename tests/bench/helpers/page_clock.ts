/** Moments of one meeting, in milliseconds since the press. */
export interface Moments {
  /** Millo says who with. */
  matched?: number;
  /** The media server's first word. */
  joined: number;
  /** The first peer connection is up. */
  connected: number;
  /** The other's picture is announced. */
  track: number;
  /** The other's first picture is shown. */
  frame: number;
}

type Moment = keyof Moments;

export interface PageClock {
  press(): void;
  meeting(): Promise<Moments>;
}

declare global {
  interface Window {
    pageClock: PageClock;
  }
}

/**
 * Runs in the page before its own scripts and notes what happens to sockets,
 * peer connections and pictures, in Millo's page and in a bare one alike.
 */
export function installPageClock(): void {
  let pressed = 0;
  let moments: Partial<Moments> = {};
  let meeting = Promise.withResolvers<Moments>();

  function note(moment: Moment): void {
    if (pressed === 0 || moments[moment] !== undefined) return;
    moments[moment] = performance.now() - pressed;
    if (moment === "frame") meeting.resolve(moments as Moments);
  }

  globalThis.window.pageClock = {
    press() {
      meeting = Promise.withResolvers<Moments>();
      moments = {};
      pressed = performance.now();
    },
    meeting: () => meeting.promise,
  };

  addEventListener("click", ({ target }) => {
    const next = target instanceof Element && target.closest("#next");
    if (next) globalThis.window.pageClock.press();
  }, { capture: true });

  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const live = new URL(url, location.href).pathname === "/talk/live";
      this.addEventListener("message", ({ data }) => {
        if (!live) note("joined");
        else if (JSON.parse(data).type === "matched") note("matched");
      });
    }
  };

  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") note("connected");
      });
      this.addEventListener("track", ({ track }) => {
        if (track.kind === "video") note("track");
      });
    }
  };

  const { set, get } = Object.getOwnPropertyDescriptor(
    HTMLMediaElement.prototype,
    "srcObject",
  )!;
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    get,
    set(this: HTMLVideoElement, stream: MediaStream | null) {
      set!.call(this, stream);
      // The own picture is shown as in a mirror.
      if (stream === null || this.classList.contains("mirror")) return;
      this.requestVideoFrameCallback?.(() => note("frame"));
    },
  });
}
