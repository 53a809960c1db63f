/**
 * Asks one URL again and again over several connections and prints how often a
 * second it was answered: `load.ts <url> <seconds> <connections>`.
 */
const [target, seconds, connections] = Deno.args;
const { hostname, port, pathname } = new URL(target);
const request = new TextEncoder().encode(
  `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`,
);
const decoder = new TextDecoder("latin1");
const end = performance.now() + Number(seconds) * 1000;
let answers = 0;

/** Bytes of the whole answer, once its head is there; else zero. */
function lengthOf(buffer: Uint8Array): number {
  const text = decoder.decode(buffer.subarray(0, 2048));
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd === -1) return 0;
  const size = /content-length: (\d+)/i.exec(text.slice(0, headEnd));
  if (!size) throw new Error(`Cannot measure ${target}: no content-length`);
  return headEnd + 4 + Number(size[1]);
}

async function work() {
  const socket = await Deno.connect({ hostname, port: Number(port) });
  const buffer = new Uint8Array(1 << 18);
  while (performance.now() < end) {
    await socket.write(request);
    let filled = 0;
    for (let length = 0; length === 0 || filled < length;) {
      filled += await socket.read(buffer.subarray(filled)) ?? 0;
      if (length === 0) length = lengthOf(buffer.subarray(0, filled));
    }
    answers++;
  }
  socket.close();
}

await Promise.all(Array.from({ length: Number(connections) }, work));
console.log(Math.round(answers / Number(seconds)));
