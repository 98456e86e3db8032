import { analyze } from '../../server/src/core/check/analyze';
import type { EventRecord } from '../../server/src/core/record';
import { callTexts, columns, identityTexts } from '../../server/src/core/store/columns';
import type { RowChunk } from '../../server/src/core/store/rowChunk';
import { RowChunk as Chunk } from '../../server/src/core/store/rowChunk';
import {
  EVENT_ID_IS_TEXT,
  HANDED_OVER,
  packedState,
  REQUEST_ID_IS_SHORT,
  REQUEST_ID_IS_TEXT,
  serviceIn,
} from '../../server/src/core/store/rowState';
import { RowTables } from '../../server/src/core/store/rowTables';
import { newTables, RowWriter } from '../../server/src/core/store/rowWriter';
import type { Extractor } from '../../server/src/extract/extractor';
import { ExtractedTables } from './extractedTables';

/** How a log was read from its bytes, beside the way in TypeScript, which is the truth. */
export interface Compared {
  /** Undefined where it was taken. */
  readonly surprise: string | undefined;
  readonly rows: number;
  readonly handedOver: number;
  /** In words; none when both ways say the same. */
  readonly differences: readonly string[];
}

/** Reads logs both ways, one after the other, with one extractor. */
export class BothWays {
  readonly #extractor: Extractor;
  readonly #tables = new ExtractedTables();
  readonly #read = new RowTables(this.#tables);

  constructor(extractor: Extractor) {
    this.#extractor = extractor;
  }

  compare(log: string | Uint8Array): Compared {
    const bytes = typeof log === 'string' ? new TextEncoder().encode(log) : log;
    const extraction = this.#extractor.extract(bytes);
    const taken = this.#extractor.take();
    this.#tables.add(taken);
    if ('surprise' in extraction) {
      const differences = taken.count === 0 ? [] : [`${taken.count} rows of a log that was a surprise`];
      return { surprise: extraction.surprise, rows: 0, handedOver: 0, differences };
    }
    const text = textOf(bytes);
    if (text === undefined) return { surprise: undefined, rows: taken.count, handedOver: 0, differences: ['no UTF-8'] };
    const chunk = new Chunk(this.#read, taken.numbers, taken.count);
    const differences = taken.count === extraction.rows ? [] : [`${extraction.rows} rows said, ${taken.count} given`];
    const records: EventRecord[] = [];
    const reading = analyze(text);
    let next = reading.next();
    for (; !next.done; next = reading.next()) records.push(next.value);
    const isAscii = !/[^\0-\x7f]/.test(text);
    if (isAscii !== extraction.isAscii) differences.push(`said to be ASCII: ${extraction.isAscii}`);
    for (const { code } of next.value.problems) differences.push(`a problem between records: ${code}`);
    const { container } = next.value;
    if (container !== extraction.container) differences.push(`container ${extraction.container} for ${container}`);
    if (next.value.kind !== undefined) differences.push(`kind ${next.value.kind}`);
    if (next.value.isLayered) differences.push('something lies over it');
    if (records.length !== taken.count) differences.push(`${taken.count} rows, ${records.length} records`);
    let handedOver = 0;
    for (const [row, record] of records.entries()) {
      if (row >= taken.count) break;
      if (chunk.start(row) !== record.start || chunk.end(row) !== record.end) {
        differences.push(`row ${row} at ${chunk.start(row)}..${chunk.end(row)}: ${record.start}..${record.end}`);
      }
      if (record.malformed === 'syntax' || record.form !== 'object') differences.push(`row ${row} is not whole`);
      const isLeft = (chunk.number(row, columns.state) & HANDED_OVER) !== 0;
      if (isLeft) handedOver++;
      else differences.push(...differencesOf(told(chunk, row), wanted(record), row));
    }
    return { surprise: undefined, rows: taken.count, handedOver, differences };
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Told = Readonly<Record<string, string | number>>;

function wanted(record: EventRecord): Told {
  const writer = new RowWriter(1, newTables());
  writer.add(record);
  return told(writer.take(), 0);
}

/** All that a row says, with its texts. What only the checks of an action tell is left out. */
function told(chunk: RowChunk, row: number): Told {
  const { tables } = chunk;
  const number = (column: number): number => chunk.number(row, column);
  const state = number(columns.state);
  const all: Record<string, string | number> = {};
  for (const name of callTexts) all[name] = tables.callText(number(columns.call), name);
  for (const name of identityTexts) all[`identity ${name}`] = tables.identityText(number(columns.identity), name);
  for (const name of ['principal', 'accessKey', 'sessionCreated', 'address', 'userAgent', 'sharedEventID'] as const) {
    all[name] = tables.text(number(columns[name]));
  }
  all.time = number(columns.time);
  all.state = state & ~MALFORMED_BITS;
  all.service = serviceIn(state);
  all.eventID = idOf(chunk, row, columns.eventID, (state & EVENT_ID_IS_TEXT) !== 0);
  all.requestID = idOf(
    chunk,
    row,
    columns.requestID,
    (state & (REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT)) === REQUEST_ID_IS_TEXT,
  );
  return all;
}

const WHOLE = {
  outcome: 'succeeded',
  readOnly: undefined,
  service: 'other',
  form: 'object',
  isNetwork: false,
} as const;
const MALFORMED_BITS = packedState({ ...WHOLE, malformed: 'syntax' }) | packedState({ ...WHOLE, malformed: 'schema' });

function idOf(chunk: RowChunk, row: number, column: number, isText: boolean): string {
  const words = [0, 1, 2, 3].map((word) => chunk.number(row, column + word));
  return isText ? `text ${chunk.tables.text(words[0] ?? 0)} ${words.slice(1).join(' ')}` : words.join(' ');
}

function differencesOf(given: Told, wanted: Told, row: number): readonly string[] {
  return Object.keys(wanted)
    .filter((name) => given[name] !== wanted[name])
    .map((name) => `row ${row}, ${name}: ${given[name]} for ${wanted[name]}`);
}
