/** So much of a text is looked through for the end of one value, and so often in vain: else strangers could make it slow. */
const LONGEST_VALUE = 256_000;
const MOST_MISSES = 1000;

/** Ends of rows in a table whose values may stand in quotes and have line breaks in them, as CSV has them. */
export class QuotedRows {
  readonly #text: string;
  #missesLeft = MOST_MISSES;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where the row ends that begins at an offset: at the end of its line, but for a value in quotes that goes on in others, where the row then
   * has as many values as there are columns.
   *
   * @param lineEnd of the line that begins there
   */
  endOf(start: number, lineEnd: number, [delimiter = '', ...names]: readonly string[]): number {
    if (this.#missesLeft === 0 || delimiter === '' || isEven(this.#text.slice(start, lineEnd))) return lineEnd;
    const end = this.#walk(start, delimiter, names.length);
    if (end === undefined) this.#missesLeft--;
    return end ?? lineEnd;
  }

  /** Over the values from an offset on. @returns undefined where these are not as many as there are columns */
  #walk(start: number, delimiter: string, columns: number): number | undefined {
    const text = this.#text;
    for (let at = start, count = 1; count <= columns; count++) {
      at = this.#closed(at, delimiter) ?? this.#unquoted(at, delimiter);
      if (!text.startsWith(delimiter, at)) return count === columns ? at : undefined;
      at += delimiter.length;
    }
    return undefined;
  }

  /** Behind a value in quotes; undefined where none begins there, or it has no end. */
  #closed(start: number, delimiter: string): number | undefined {
    const text = this.#text;
    if (text[start] !== '"') return undefined;
    const last = start + LONGEST_VALUE;
    let quote = text.indexOf('"', start + 1);
    while (quote >= 0 && quote < last && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
    const end = quote + 1;
    if (quote < 0 || quote >= last) return undefined;
    return end === text.length || text.startsWith(delimiter, end) || /^\r?\n/.test(text.slice(end, end + 2))
      ? end
      : undefined;
  }

  /** Behind a value that stands as it is. */
  #unquoted(start: number, delimiter: string): number {
    const line = this.#text.indexOf('\n', start);
    const lineEnd = line < 0 ? this.#text.length : line;
    const next = this.#text.slice(start, lineEnd).indexOf(delimiter);
    return next < 0 ? lineEnd : start + next;
  }
}

/** Of quotes: a value that goes on in the next line leaves one open. */
function isEven(line: string): boolean {
  let isSo = true;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) isSo = !isSo;
  return isSo;
}
