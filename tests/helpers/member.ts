import type { Browser, BrowserContext, Page } from "playwright-core";
import { eventually } from "./processes.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export type TalkState =
  | "ready"
  | "searching"
  | "matched"
  | "live"
  | "ended"
  | "interrupted";

const TIMEOUT_MS = 20_000;

/** A person with a browser of their own, who does what a newcomer does. */
export class Member {
  /** Addresses outside of this machine that the page asked for. */
  readonly foreign: string[] = [];
  /** What the browser complained about. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly base: string,
  ) {
    page.on("request", (request) => this.#note(request.url()));
    page.on("websocket", (socket) => this.#note(socket.url()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.setDefaultTimeout(TIMEOUT_MS);
  }

  static async open(
    browser: Browser,
    base: string,
    viewport = DESKTOP,
  ): Promise<Member> {
    const context = await browser.newContext({ viewport });
    return new Member(context, await context.newPage(), base);
  }

  /** From the first page through gate and consent to the live page. */
  async comeIn(): Promise<this> {
    const { page } = this;
    await page.goto(this.base);
    await page.getByRole("link", { name: "Start" }).click();
    await page.getByLabel("Day").fill("29");
    await page.getByLabel("Month").fill("2");
    await page.getByLabel("Year").fill("1988");
    await page.getByRole("button", { name: "Continue" }).click();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Agree and continue" }).click();
    await this.until("ready");
    await page.locator("#next:not([disabled])").waitFor();
    return this;
  }

  press(button: "Find someone" | "Next" | "Stop looking"): Promise<void> {
    return this.page.getByRole("button", { name: button, exact: false })
      .click();
  }

  /** Presses again while the place still rests from the press before. */
  async pressUntil(button: "Stop looking", state: TalkState): Promise<void> {
    const place = this.page.getByRole("button", { name: button });
    await eventually(async () => {
      if (await this.state() === state) return true;
      // Gone by now, if the press before this one was heard after all.
      await place.click({ timeout: 500 }).catch(() => {});
      return await this.state() === state;
    }, `${button} leads to ${state}`);
  }

  async until(...states: TalkState[]): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        wanted.includes(
          document.querySelector("#talk")?.getAttribute("data-state") ?? "",
        ),
      states as string[],
    );
  }

  state(): Promise<string | null> {
    return this.page.locator("#talk").getAttribute("data-state");
  }

  async say(text: string): Promise<void> {
    await this.page.getByLabel("Message", { exact: true }).fill(text);
    await this.page.getByRole("button", { name: "Send" }).click();
  }

  async read(text: string): Promise<void> {
    await this.page.getByRole("log").getByText(text).waitFor();
  }

  /** Frames of the other's picture that were decoded so far. */
  frames(): Promise<number> {
    return this.page.evaluate(() =>
      document.querySelector<HTMLVideoElement>(".other video")!
        .getVideoPlaybackQuality().totalVideoFrames
    );
  }

  /** How much of the other's picture changes in half a second, 0 to 1. */
  movement(): Promise<number> {
    return this.page.evaluate(async () => {
      const video = document.querySelector<HTMLVideoElement>(".other video")!;
      const canvas = new OffscreenCanvas(64, 36);
      const context = canvas.getContext("2d", { willReadFrequently: true })!;
      const shot = () => {
        context.drawImage(video, 0, 0, 64, 36);
        return context.getImageData(0, 0, 64, 36).data;
      };
      const before = shot();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const after = shot();
      const changed = before.filter((value, n) =>
        Math.abs(value - after[n]) > 24
      );
      return changed.length / before.length;
    });
  }

  /** The loudest that the other's voice was in two seconds, 0 to 1. */
  loudness(): Promise<number> {
    return this.page.evaluate(async () => {
      const video = document.querySelector<HTMLVideoElement>(".other video")!;
      const audio = new AudioContext();
      await audio.resume();
      const stream = new MediaStream(
        (video.srcObject as MediaStream).getAudioTracks(),
      );
      const meter = audio.createAnalyser();
      audio.createMediaStreamSource(stream).connect(meter);
      const samples = new Float32Array(meter.fftSize);
      let loudest = 0;
      for (let n = 0; n < 40; n++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        meter.getFloatTimeDomainData(samples);
        loudest = Math.max(loudest, ...samples.map(Math.abs));
      }
      await audio.close();
      return loudest;
    });
  }

  /** Pixels by which the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() =>
      document.documentElement.scrollWidth - innerWidth
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }

  #note(address: string): void {
    const url = new URL(address);
    if (["data:", "blob:"].includes(url.protocol)) return;
    if (["localhost", "127.0.0.1"].includes(url.hostname)) return;
    this.foreign.push(address);
  }
}
