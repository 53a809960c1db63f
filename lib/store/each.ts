/** Everything in a list that comes page by page, in its order. */
export async function* each<T>(
  page: (
    cursor: string | null,
  ) => Promise<{ items: readonly T[]; cursor: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const { items, cursor: next }: Awaited<ReturnType<typeof page>> =
      await page(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== null);
}
