import type { ComponentChildren } from "preact";

export interface Column<Row> {
  /** Stands above the column, and before each value where rows are blocks. */
  heading: string;
  value: (row: Row) => ComponentChildren;
}

export interface TableProps<Row> {
  /** Names the table to those who do not see what stands around it. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Said in place of a table that has no row. */
  empty?: string;
}

/**
 * Rows turn into blocks on a phone. Some browsers drop the meaning of a table
 * with its display, so the roles are written out.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, empty } = props;
  if (rows.length === 0 && empty) return <p class="quiet">{empty}</p>;
  return (
    <table class="table folds" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading }, n) => (
            <th key={n} scope="col" role="columnheader">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, n) => <TableRow key={n} columns={columns} row={row} />)}
      </tbody>
    </table>
  );
}

function TableRow<Row>(
  { columns, row }: Pick<TableProps<Row>, "columns"> & { row: Row },
) {
  const [name, ...others] = columns;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">{name.value(row)}</th>
      {others.map(({ heading, value }, n) => (
        <td key={n} role="cell" data-label={`${heading}:`}>{value(row)}</td>
      ))}
    </tr>
  );
}
