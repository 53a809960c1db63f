import { signal } from "@preact/signals";
import { type CameraTrouble, openDevices } from "./devices.ts";

/** The own camera and microphone: opened once, kept across calls. */
export class OwnMedia {
  readonly camera = signal<"on" | "asking" | CameraTrouble>("asking");
  readonly stream = signal<MediaStream | null>(null);
  readonly muted = signal(false);
  readonly hidden = signal(false);

  async ask(): Promise<void> {
    this.camera.value = "asking";
    const devices = await openDevices();
    this.camera.value = devices.ok ? "on" : devices.trouble;
    this.stream.value = devices.ok ? devices.stream : null;
  }

  toggle(kind: "audio" | "video"): void {
    const off = kind === "audio" ? this.muted : this.hidden;
    off.value = !off.value;
    for (const track of this.#tracks()) {
      if (track.kind === kind) track.enabled = !off.value;
    }
  }

  close(): void {
    for (const track of this.#tracks()) track.stop();
  }

  #tracks(): MediaStreamTrack[] {
    return this.stream.value?.getTracks() ?? [];
  }
}
