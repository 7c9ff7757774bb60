/** Programs for tables take such a cell for a formula; so do those that were told so in full width. */
const begins_formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Somebody else chose these words: a mark before them keeps them words. */
const harmless = (cell: string): string => (begins_formula.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A table as Excel in Japan opens it: UTF-8 said by its mark, lines ended by CRLF (RFC 4180). */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const line = (row: readonly (string | number)[]) =>
    row.map((cell) => quoted(typeof cell === "number" ? `${cell}` : harmless(cell))).join(",");
  return `\uFEFF${rows.map((row) => `${line(row)}\r\n`).join("")}`;
}
