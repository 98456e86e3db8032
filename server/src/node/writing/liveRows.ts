import { HANDED_OVER } from '../../core';
import { mailCallOf } from '../../core/check/mailCall';
import { targetsOf } from '../../core/explain/targets';
import { columns, evenBegins, WIDTH } from '../../core/store/columns';
import { noOwnNumbers, OwnRows } from '../../core/store/ownRows';
import { noNotes, RowChunk } from '../../core/store/rowChunk';
import { malformedNumber } from '../../core/store/rowState';
import { RowTables } from '../../core/store/rowTables';
import { noParticulars } from '../../core/store/storedParticulars';
import { StoredRow } from '../../core/store/storedRow';
import type { Extractor } from '../../extract/extractor';
import { RecordTexts } from '../scan/recordTexts';
import { liveTables } from './liveTables';

/** A log that the extractor has taken for lines, and whose rows it still holds, no others before them. */
export interface LiveLog {
  readonly name: string;
  /** Of its text, which is ASCII. */
  readonly bytes: Buffer;
  readonly rows: number;
}

/**
 * Reads a log.
 *
 * @returns undefined where it is left to others
 */
export function liveLogOf(name: string, bytes: Buffer, extractor: Extractor): LiveLog | undefined {
  const extraction = extractor.extractForLines(bytes);
  if ('surprise' in extraction || !extraction.isAscii || extractor.count !== extraction.rows) return undefined;
  return { name, bytes, rows: extraction.rows };
}

const NONE: readonly string[] = [];
/** Of a chunk with one row. */
const BEGINS = evenBegins(WIDTH, 1);
const NO_OWN = new OwnRows(noOwnNumbers, { size: 1, textOf: () => '', numbersLike: () => [] });

/** Rows as they lie in the extractor: of most logs nothing is taken out of it, and no row becomes an object but those whose cells are asked for. */
export class LiveRows {
  readonly #extractor: Extractor;
  #tables: RowTables;
  #name = '';
  #last: { readonly row: number; readonly chunk: RowChunk } | undefined;
  /** What records of mail services are about, by number of the row. */
  readonly #targets = new Map<number, readonly string[]>();

  constructor(extractor: Extractor) {
    this.#extractor = extractor;
    this.#tables = new RowTables(liveTables(extractor.lines));
  }

  /** Numbers of texts and tuples mean something else from now on. */
  forget(): void {
    this.#tables = new RowTables(liveTables(this.#extractor.lines));
  }

  /**
   * Begins with the next log: its records of mail services are judged, as a scan does.
   *
   * @returns false where something in it asks for more than its rows say
   */
  begin({ name, bytes }: LiveLog): boolean {
    const extractor = this.#extractor;
    this.#name = name;
    this.#targets.clear();
    this.#last = undefined;
    const { others, special } = extractor.tally();
    for (let at = 0; at < others.length; at += 2) if (extractor.tellsOrders(others[at] ?? 0)) return false;
    return special.length === 0 || this.#judge(special.slice(), new RecordTexts(bytes, true));
  }

  row(row: number, index: number): StoredRow {
    return new LiveRow(this.chunk(row), index, this.#name, this.#targets.get(row) ?? NONE);
  }

  /** The row alone, as the first one of a chunk. */
  chunk(row: number): RowChunk {
    // Its cells are asked for one after the other.
    if (this.#last?.row !== row) {
      const numbers = this.#extractor.numbersOf(row);
      const chunk = new RowChunk(this.#tables, numbers, 1, noNotes, noParticulars, NO_OWN, BEGINS);
      this.#last = { row, chunk };
    }
    return this.#last.chunk;
  }

  /** Whether records of mail services have the form they should have is written into their rows. */
  #judge(special: Uint32Array, texts: RecordTexts): boolean {
    const extractor = this.#extractor;
    for (const row of special) {
      const numbers = extractor.numbersOf(row);
      const [state = 0, start = 0] = [numbers[columns.state], numbers[columns.start]];
      if ((state & HANDED_OVER) !== 0 || extractor.tellsOrders(numbers[columns.call] ?? 0)) return false;
      const end = start + (numbers[columns.length] ?? 0);
      const event = texts.object(start, end);
      if (event === undefined) return false;
      const { action, isSound } = mailCallOf(event);
      if (!isSound)
        extractor.addToState(row, malformedNumber(texts.record({ start, end }, row, true)?.malformed ?? null));
      this.#targets.set(
        row,
        targetsOf(event, action).map(({ id }) => id),
      );
    }
    return true;
  }
}

/** A row whose record was read for what it is about. */
class LiveRow extends StoredRow {
  readonly #targets: readonly string[];

  constructor(chunk: RowChunk, index: number, file: string, targets: readonly string[]) {
    super(chunk, 0, { index, file, base: 0 });
    this.#targets = targets;
  }

  override get targets(): readonly string[] {
    return this.#targets;
  }
}
