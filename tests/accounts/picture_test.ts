import { assert, assertEquals } from "@std/assert";
import sharp from "sharp";
import {
  PICTURE_EDGE,
  smallPicture,
} from "../../lib/accounts/profile/picture.ts";

const NOISE = {
  create: { width: 900, height: 600, channels: 3, background: "#c08040" },
} as const;

function bytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}

for (const format of ["jpeg", "png", "webp"] as const) {
  Deno.test(`a ${format} becomes a JPEG of 256 by 256 pixels`, async () => {
    const sent = bytes(await sharp(NOISE).toFormat(format).toBuffer());
    const small = await smallPicture(sent);
    assert(small.ok);
    const { width, height, format: kind } = await sharp(small.value).metadata();
    assertEquals([kind, width, height], ["jpeg", PICTURE_EDGE, PICTURE_EDGE]);
  });
}

Deno.test("place, camera and time are gone from the picture", async () => {
  const sent = bytes(
    await sharp(NOISE).jpeg().withExif({
      IFD0: { Make: "NEEDLE-CAMERA", DateTime: "2026:11:23 12:00:00" },
      IFD3: { GPSLatitude: "52/1 31/1 0/1", GPSLatitudeRef: "N" },
    }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">NEEDLE-XMP</x:xmpmeta>')
      .toBuffer(),
  );
  const before = await sharp(sent).metadata();
  assert(before.exif && before.xmp, "the picture that is sent has metadata");
  const small = await smallPicture(sent);
  assert(small.ok);
  const { exif, xmp, iptc, icc, orientation } = await sharp(small.value)
    .metadata();
  assertEquals([exif, xmp, iptc, icc, orientation], Array(5).fill(undefined));
  assertEquals(
    new TextDecoder("latin1").decode(small.value).includes("NEEDLE"),
    false,
  );
});

Deno.test("a picture that lies on its side stands up", async () => {
  const half = await sharp({
    create: { width: 200, height: 400, channels: 3, background: "#ffffff" },
  }).png().toBuffer();
  // Left half black as stored; turned by 90 degrees it is the upper half.
  const sent = bytes(
    await sharp({
      create: { width: 400, height: 400, channels: 3, background: "#000000" },
    }).composite([{ input: half, left: 200, top: 0 }])
      .withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  );
  const small = await smallPicture(sent);
  assert(small.ok);
  const { data, info } = await sharp(small.value).raw().toBuffer({
    resolveWithObject: true,
  });
  const at = (x: number, y: number) =>
    data[(y * info.width + x) * info.channels];
  assert(at(128, 20) < 40, "the top is black");
  assert(at(128, 236) > 215, "the bottom is white");
});

Deno.test("a bomb of 30,000 by 30,000 pixels is refused before it is decoded", async () => {
  for (const bomb of [pngOf(30_000, 30_000), await jpegOf(30_000, 30_000)]) {
    const before = Deno.memoryUsage().rss;
    const start = performance.now();
    assertEquals(await smallPicture(bomb), { ok: false, refusal: "pixels" });
    assert(performance.now() - start < 500, "it takes no time");
    assert(Deno.memoryUsage().rss - before < 64 * 1024 * 1024, "nor memory");
  }
});

Deno.test("what is no picture is refused, whatever it calls itself", async () => {
  const text = new TextEncoder();
  const refused = {
    kind: [
      text.encode("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      text.encode("GIF89a"),
      text.encode("<script>alert(1)</script>"),
      new Uint8Array(),
    ],
    broken: [
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
      bytes(await sharp(NOISE).jpeg().toBuffer()).slice(0, 700),
    ],
  };
  for (const refusal of ["kind", "broken"] as const) {
    for (const file of refused[refusal]) {
      assertEquals(await smallPicture(file), { ok: false, refusal });
    }
  }
});

/** A small file whose head says that it is huge, valid up to its first row. */
function pngOf(width: number, height: number): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    ...chunk("IHDR", head),
    ...chunk("IDAT", new Uint8Array([0x78, 0x9c, 0x03, 0, 0, 0, 0, 1])),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

/** A real JPEG whose frame header is made to say another size. */
async function jpegOf(width: number, height: number): Promise<Uint8Array> {
  const file = bytes(await sharp(NOISE).jpeg().toBuffer());
  const frame = file.findIndex((byte, n) =>
    byte === 0xff && file[n + 1] === 0xc0
  );
  new DataView(file.buffer).setUint16(frame + 5, height);
  new DataView(file.buffer).setUint16(frame + 7, width);
  return file;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array([...new TextEncoder().encode(type), ...data]);
  const out = new Uint8Array(body.length + 8);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(body, 4);
  view.setUint32(out.length - 4, crc(body));
  return out;
}

function crc(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
