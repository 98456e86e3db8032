import { mayBePartOfEvent } from '../../core/read/own/ownLines';
import { signOf } from '../../core/read/own/ownLogs';
import { isTellingColumn } from '../../core/read/tables/columns';
import type { JsonObject } from '../../core/record';
import type { Secret } from '../byChance';
import { areNoColumns, HOW } from './flatFields';
import { FlatKinds } from './flatKinds';
import { FlatLines } from './flatLines';
import { FlatRows } from './flatRows';

/** So many rows are made in one piece of memory. No power of two: the columns of a row would all want the same few places of the nearest cache. */
const CHUNK = 2000;
/** The shape of a record is a number that has to be told exactly. */
const MOST_FIELDS = 52;
/** What a field may be called of which nothing is wanted. */
const PLAIN_NAME = /^[A-Za-z0-9_]{1,60}$/;

/** Reads logs of WorkMail's own that are one flat object a line, log after log, without making objects of records. */
export class FlatReader {
  readonly lines: FlatLines;
  readonly kinds: FlatKinds;
  readonly rows: FlatRows;
  readonly isUsable: boolean;
  readonly #names: Set<string>;

  private constructor(lines: FlatLines) {
    this.lines = lines;
    this.kinds = new FlatKinds(lines);
    this.rows = new FlatRows(lines, this.kinds, CHUNK);
    this.#names = new Set(lines.fields.map(({ name }) => name));
    this.isUsable = this.kinds.isUsable && this.#names.size <= MOST_FIELDS && areNoColumns(Array.from(this.#names));
  }

  /**
   * @param module that of the extractor: see `moduleOf`
   * @param secret see `FlatLines.of`
   * @returns undefined where the platform can't run it
   */
  static of(module: object, secret?: Secret): FlatReader | undefined {
    const lines = FlatLines.of(module, secret);
    return lines && new FlatReader(lines);
  }

  /** Passes over the fields of a record from now on that no log is known to have. */
  learn(record: JsonObject): void {
    for (const name of Object.keys(record)) {
      if (this.#names.has(name) || this.#names.size >= MOST_FIELDS) continue;
      const isOther = PLAIN_NAME.test(name) && signOf(name) === undefined;
      if (!isOther || isTellingColumn(name) || mayBePartOfEvent(name)) continue;
      const value = record[name];
      if (typeof value === 'object' && value !== null) continue;
      this.#names.add(name);
      this.lines.add(name, HOW.passed);
    }
  }
}
