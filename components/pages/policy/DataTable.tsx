import type { Block } from "../../../lib/consent/mod.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

/**
 * Rows turn into blocks on a phone. Some browsers drop the meaning of a table
 * with its display, so the roles are written out.
 */
export function DataTable({ caption, columns, rows }: TableBlock) {
  return (
    <table class="table folds" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr role="row">
          {columns.map((column, n) => (
            <th key={n} scope="col" role="columnheader">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], n) => (
          <tr key={n} role="row">
            <th scope="row" role="rowheader">{name}</th>
            {cells.map((cell, index) => (
              <td key={index} role="cell" data-label={`${columns[index + 1]}:`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
