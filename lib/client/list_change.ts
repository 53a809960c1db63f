/** What became of a list, by the keys of its rows. */
export interface ListChange {
  added: string[];
  gone: string[];
  /** Whether those that stay stand in another order. */
  isReordered: boolean;
}

/** Compares the rows that are shown with those that should be. */
export function listChange(
  shown: readonly string[],
  fresh: readonly string[],
): ListChange {
  const stay = shown.filter((key) => fresh.includes(key));
  const stayed = fresh.filter((key) => shown.includes(key));
  return {
    added: fresh.filter((key) => !shown.includes(key)),
    gone: shown.filter((key) => !fresh.includes(key)),
    isReordered: stay.some((key, n) => key !== stayed[n]),
  };
}

export function isMoved({ added, gone, isReordered }: ListChange): boolean {
  return isReordered || added.length + gone.length > 0;
}
