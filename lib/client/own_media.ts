import { signal } from "@preact/signals";
import { type CameraTrouble, openDevices } from "./devices.ts";

/** The own camera and microphone: opened once, kept across calls. */
export class OwnMedia {
  readonly camera = signal<"on" | "asking" | CameraTrouble>("asking");
  readonly stream = signal<MediaStream | null>(null);
  readonly muted = signal(false);
  readonly hidden = signal(false);
  #asking = false;
  #closed = false;

  /** Asks the browser; once at a time, since each answer is a camera that is on. */
  async ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.camera.value = "asking";
    const devices = await openDevices();
    this.#asking = false;
    this.camera.value = devices.ok ? "on" : devices.trouble;
    this.stream.value = devices.ok ? devices.stream : null;
    // Whoever muted before there was a microphone is muted now.
    for (const track of this.#tracks()) track.enabled = !this.#isOff(track);
    if (this.#closed) this.close();
  }

  toggle(kind: "audio" | "video"): void {
    const off = kind === "audio" ? this.muted : this.hidden;
    off.value = !off.value;
    for (const track of this.#tracks()) track.enabled = !this.#isOff(track);
  }

  close(): void {
    this.#closed = true;
    for (const track of this.#tracks()) track.stop();
  }

  #isOff({ kind }: MediaStreamTrack): boolean {
    return kind === "audio" ? this.muted.value : this.hidden.value;
  }

  #tracks(): MediaStreamTrack[] {
    return this.stream.value?.getTracks() ?? [];
  }
}
