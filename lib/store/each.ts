/** Everything in a list that comes batch by batch, in its order. */
export async function* each<T>(
  read: (
    cursor: string | null,
  ) => Promise<{ items: readonly T[]; cursor: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const { items, cursor: next }: Awaited<ReturnType<typeof read>> =
      await read(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== null);
}
