export interface PaginationProps {
  /** Names the links as a group. */
  label: string;
  /** Counts from 1. */
  page: number;
  /** Whether another page follows. */
  more: boolean;
  /** Where a page is; it keeps what the list is filtered by. */
  addressOf: (page: number) => string;
  previous: string;
  next: string;
}

/** Ways to the pages before and after; nothing where all stands on one. */
export function Pagination(props: PaginationProps) {
  const { label, page, more, addressOf, previous, next } = props;
  const first = page <= 1;
  if (first && !more) return null;
  return (
    <nav class="actions" aria-label={label}>
      {!first && (
        <a class="btn" rel="prev" href={addressOf(page - 1)}>{previous}</a>
      )}
      {more && <a class="btn" rel="next" href={addressOf(page + 1)}>{next}</a>}
    </nav>
  );
}
