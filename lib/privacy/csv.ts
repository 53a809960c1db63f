import { stringify } from "csv-stringify/sync";

/**
 * Records as CSV (RFC 4180), a column for each field. What a spreadsheet would
 * run as a formula gets an apostrophe before it, as OWASP advises.
 */
export function csvOf(records: readonly Record<string, unknown>[]): string {
  const columns = [...new Set(records.flatMap((one) => Object.keys(one)))];
  return stringify(
    records.map((one) => columns.map((name) => cell(one[name]))),
    {
      header: true,
      columns,
      escape_formulas: true,
      record_delimiter: "windows",
    },
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
