import type { OwnFieldSign } from '../read/own/ownLog';
import { type OwnLog, ownLogs } from '../read/own/ownLogs';
import { columnText, type OwnReading } from '../read/own/ownReading';
import { auditColumns, mailColumns, OWN_WIDTH, type OwnNumbers, ownState } from './ownColumns';
import type { Texts } from './texts';

/** A field of a log and the column that keeps it. */
interface Kept {
  readonly name: string;
  readonly field: OwnFieldSign;
  readonly column: number;
  /** Of the field among those of its log. */
  readonly position: number;
  /** It stands in the record, where the others stand in an object of it. */
  readonly isOutside: boolean;
}

/** No log has more fields. */
const MOST_FIELDS = 32;

/** Writes the columns of records of WorkMail's own logs. */
export class OwnRowsWriter {
  readonly #texts: Texts;
  readonly #fields: readonly (readonly Kept[])[];
  /** The text that each column had last, and its number: records that follow each other say much the same. */
  readonly #lastTexts: string[] = new Array<string>(OWN_WIDTH).fill('');
  readonly #lastNumbers = new Uint32Array(OWN_WIDTH);
  readonly #ofFields = new Uint32Array(MOST_FIELDS);
  #rows: number[] = [];
  #numbers = new Uint32Array(0);

  /** @param texts where texts get their numbers */
  constructor(texts: Texts) {
    this.#texts = texts;
    this.#fields = ownLogs().map(keptOf);
  }

  /** @param flags of its state, beside what the reading says @returns the numbers of the texts of its fields, in the order of the log's fields; good until the next call */
  add(row: number, reading: OwnReading, flags: number): Uint32Array {
    const { log, fields, record, allowed, time, isAround } = reading;
    const place = this.#rows.length;
    this.#rows.push(row);
    this.#makeRoom();
    const at = place * OWN_WIDTH;
    this.#numbers[at] = flags | ownState(log.number, allowed, time === undefined ? 0 : time % 1000, isAround);
    const told = this.#ofFields.fill(0);
    for (const { name, field, column, position, isOutside } of this.#fields[log.number] ?? NONE) {
      const text = columnText((isOutside ? record : fields)[name], field);
      if (text === '') continue;
      const number = this.#numberOf(column, text);
      this.#numbers[at + column] = number;
      told[position] = number;
    }
    return told;
  }

  /** Those since the last time. */
  take(): OwnNumbers {
    const count = this.#rows.length;
    const numbers = new Uint32Array(count * OWN_WIDTH);
    for (let column = 0; column < OWN_WIDTH; column++) {
      for (let place = 0; place < count; place++)
        numbers[column * count + place] = this.#numbers[place * OWN_WIDTH + column] ?? 0;
    }
    const taken = { rows: Uint32Array.from(this.#rows), numbers };
    this.#rows = [];
    this.#numbers.fill(0);
    return taken;
  }

  #numberOf(column: number, text: string): number {
    if (this.#lastTexts[column] === text) return this.#lastNumbers[column] ?? 0;
    const number = this.#texts.numberOf(text);
    this.#lastTexts[column] = text;
    this.#lastNumbers[column] = number;
    return number;
  }

  #makeRoom(): void {
    const wanted = this.#rows.length * OWN_WIDTH;
    if (wanted <= this.#numbers.length) return;
    const larger = new Uint32Array(Math.max(wanted, 2 * this.#numbers.length, 64 * OWN_WIDTH));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

const NONE: readonly Kept[] = [];

function keptOf({ family, within, fields }: OwnLog): readonly Kept[] {
  const columns: Readonly<Record<string, number>> = family === 'audit' ? auditColumns : mailColumns;
  return fields.flatMap((field, position) => {
    const column = field.column === undefined ? undefined : columns[field.column];
    if (column === undefined) return [];
    return { name: field.name, field, column, position, isOutside: within !== undefined && field.name === 'traceId' };
  });
}
