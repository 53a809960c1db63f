import type { Block } from "../../../lib/consent/mod.ts";

import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";

type TableBlock = Extract<Block, { kind: "table" }>;

/** A table this long is folded: whoever wants it opens it. */
const FOLDS_FROM = 10;

/** A table, folded where it is long. */
export function DataTable({ t, ...table }: TableBlock & { t: Translate }) {
  const { rows } = table;
  if (rows.length < FOLDS_FROM) return <Rows {...table} />;
  return (
    <details class="fold">
      <summary>
        <Icon name="chevron" /> {t("policy.table", { rows: rows.length })}
      </summary>
      <Rows {...table} />
    </details>
  );
}

/**
 * Rows turn into blocks on a phone. Some browsers drop the meaning of a table
 * with its display, so the roles are written out.
 */
function Rows({ caption, columns, rows }: TableBlock) {
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
