import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { stillOf } from "../../lib/client/still.ts";
import { withGlobals } from "../helpers/globals.ts";

/** A canvas that remembers what was drawn and gives a picture of its size. */
class Canvas {
  width = 0;
  height = 0;
  drawn: unknown[] = [];

  getContext(kind: string) {
    return kind === "2d"
      ? { drawImage: (...what: unknown[]) => this.drawn.push(what) }
      : null;
  }

  toBlob(done: (blob: Blob) => void, type: string, quality: number): void {
    const size = `${this.width}x${this.height} ${quality}`;
    done(new Blob([size], { type }));
  }
}

/** The still of a picture of this size, and the canvas that it was drawn on. */
async function stillAt(videoWidth: number, videoHeight: number) {
  const canvas = new Canvas();
  const video = { videoWidth, videoHeight } as HTMLVideoElement;
  using _ = withGlobals({ document: { createElement: () => canvas } });
  return { canvas, video, still: await stillOf(video) };
}

Deno.test("there is no still where there is no picture", async () => {
  assertEquals(await stillOf(null), null);
  const { still, canvas } = await stillAt(0, 0);
  assertEquals([still, canvas.drawn], [null, []]);
});

Deno.test("a small picture is taken as it is", async () => {
  const { canvas, video, still } = await stillAt(640, 360);
  assertEquals(canvas.drawn, [[video, 0, 0, 640, 360]]);
  assertEquals(still?.type, "image/jpeg");
  assertEquals(await still?.text(), "640x360 0.8");
});

Deno.test("a large picture is made smaller, upright ones too", async () => {
  const sizes: [[number, number], [number, number]][] = [
    [[960, 540], [960, 540]],
    [[961, 540], [960, 539]],
    [[1920, 1080], [960, 540]],
    [[1080, 1920], [540, 960]],
    [[4000, 10], [960, 2]],
  ];
  for (const [[width, height], expected] of sizes) {
    const { canvas } = await stillAt(width, height);
    assertEquals([canvas.width, canvas.height], expected, `${width}x${height}`);
  }
});

Deno.test("no still is larger than 960 pixels, or is stretched", async () => {
  const edge = fc.integer({ min: 200, max: 5_000 });
  await fc.assert(fc.asyncProperty(edge, edge, async (width, height) => {
    const { canvas } = await stillAt(width, height);
    const longer = Math.max(canvas.width, canvas.height);
    assertEquals(longer, Math.min(960, Math.max(width, height)));
    // Half a pixel of each edge is lost to rounding.
    const scale = longer / Math.max(width, height);
    assertEquals(Math.abs(canvas.width - width * scale) <= 0.5, true);
    assertEquals(Math.abs(canvas.height - height * scale) <= 0.5, true);
  }));
});
