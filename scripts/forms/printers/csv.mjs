/** Tables of cells as text. */

/**
 * CSV with quotes where a cell needs them, as most writers do it.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [delimiter]
 * @param {string} [lineEnd]
 * @param {RegExp} [special] what needs quotes beside the delimiter
 */
export function csv(rows, delimiter = ',', lineEnd = '\n', special = /["\r\n]/) {
  /** @param {string} cell */
  const written = (cell) => (special.test(cell) || cell.includes(delimiter) ? quoted(cell) : cell);
  return rows.map((row) => row.map(written).join(delimiter) + lineEnd).join('');
}

/**
 * CSV with quotes around every cell.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [delimiter]
 * @param {string} [lineEnd]
 */
export function csvAllQuoted(rows, delimiter = ',', lineEnd = '\n') {
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}

/** @param {string} cell */
export const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;

/**
 * The table that psql draws: the header in the middle of its column, a number first in each row.
 *
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
export function psql(header, rows) {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  /** @param {string} name @param {number} column */
  const centred = (name, column) => {
    const room = (widths[column] ?? 0) - name.length;
    return ` ${' '.repeat(Math.floor(room / 2))}${name}${' '.repeat(Math.ceil(room / 2))} `;
  };
  const last = header.length - 1;
  /** @param {string} cell @param {number} column */
  const padded = (cell, column) => (column === last ? ` ${cell}` : ` ${cell.padStart(widths[column] ?? 0)} `);
  return [
    header.map(centred).join('|'),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
    ...rows.map((row) => row.map(padded).join('|')),
    `(${rows.length} rows)`,
    '',
  ]
    .map((line) => `${line}\n`)
    .join('');
}
