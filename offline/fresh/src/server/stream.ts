export type Chunk = string | Uint8Array;

type Source = Iterable<Chunk> | AsyncIterable<Chunk>;

const encoder = new TextEncoder();

export function streamOf(
  source: Source | (() => Source),
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterable = typeof source === "function" ? source() : source;
  return ReadableStream.from(iterable)
    .pipeThrough(
      new TransformStream<Chunk, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          controller.enqueue(
            typeof chunk === "string"
              ? encoder.encode(chunk)
              : chunk as Uint8Array<ArrayBuffer>,
          );
        },
      }),
    );
}
