import type { Block } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { Table } from "../../Table.tsx";

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

function Rows({ caption, columns, rows }: TableBlock) {
  return (
    <Table
      caption={caption}
      columns={columns.map((heading, n) => ({
        heading,
        value: (row: readonly string[]) => row[n],
      }))}
      rows={rows}
    />
  );
}
