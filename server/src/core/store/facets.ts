import type { FieldName } from '../query/fields';
import { fields } from '../query/fields';
import type { QuestionRow } from '../query/questionRow';
import { columns } from './columns';
import { firstInOrder } from './firstInOrder';
import { grownNumbers } from './grownNumbers';
import { type Keys, keysOfField, keysOfFlag } from './keysOf';
import type { AsRow } from './picker';
import type { RowChunk } from './rowChunk';
import type { RowTables } from './rowTables';
import { ValueNumbers } from './valueNumbers';

/** Values of a field, and how many rows have each. The empty one stands for those that have none. */
export type ValueCounts = readonly (readonly [value: string, count: number])[];

interface Count {
  readonly add: (chunk: RowChunk, rows: Uint32Array) => void;
  readonly into: (counts: CountsByField) => void;
}

/** Ids can be as many as rows: behind so many different ones, only those that are known are counted on. */
const MOST_DIFFERENT = 100_000;
const SECONDS_OF_DAY = 86_400;

/**
 * Counts what rows have in fields of questions, chunk by chunk, all fields of one column at once. Of moments the days are counted; what
 * is asked of whole records has no values.
 */
export class Facets {
  readonly #counts: readonly Count[];
  readonly #fields: readonly FieldName[];

  constructor(asked: Iterable<FieldName>, asRow: AsRow) {
    this.#fields = [...new Set(asked)];
    this.#counts = countsOf(this.#fields, asRow);
  }

  /** @param rows positions in the chunk, in ascending order */
  add(chunk: RowChunk, rows: Uint32Array): void {
    for (const count of this.#counts) count.add(chunk, rows);
  }

  /**
   * The values of each field that was asked for, the most frequent first, of one frequency by their texts.
   *
   * @param most so many of each field
   */
  values(most = Number.POSITIVE_INFINITY): ReadonlyMap<FieldName, ValueCounts> {
    const counts = new CountsByField();
    for (const count of this.#counts) count.into(counts);
    return new Map(this.#fields.map((field) => [field, counts.of(field, most)]));
  }
}

class CountsByField {
  readonly #counts = new Map<FieldName, Map<string, number>>();
  readonly #whole = new Map<FieldName, Iterable<ValueCounts[number]>>();

  add(field: FieldName, value: string, count: number): void {
    const known = this.#counts.get(field) ?? new Map<string, number>();
    known.set(value, (known.get(value) ?? 0) + count);
    this.#counts.set(field, known);
  }

  /** All counts of a field, each value once. */
  put(field: FieldName, counts: Iterable<ValueCounts[number]>): void {
    this.#whole.set(field, counts);
  }

  of(field: FieldName, most: number): ValueCounts {
    return firstInOrder(
      this.#whole.get(field) ?? this.#counts.get(field) ?? [],
      most,
      ([left, one], [right, other]) => {
        return other - one || (left < right ? -1 : left > right ? 1 : 0);
      },
    );
  }
}

/** A part of what a field says of a row: a text, or the word of a flag that holds. */
interface Said {
  readonly field: FieldName;
  readonly textOf: (row: QuestionRow) => string | undefined;
}

function countsOf(asked: readonly FieldName[], asRow: AsRow): readonly Count[] {
  const bySource = new Map<Keys, Said[]>();
  const counts: Count[] = [];
  const put = (keys: Keys, said: Said): void => {
    const together = bySource.get(keys) ?? [];
    together.push(said);
    bySource.set(keys, together);
  };
  for (const field of asked) {
    const keys = keysOfField[field];
    const { kind } = fields[field];
    const texts = textsOfField[field];
    if (texts !== undefined) counts.push(countOfTexts(field, texts));
    else if (keys !== undefined) put(keys, { field, textOf: textOf(field) });
    else if (field === 'is') for (const flag of flagsOf()) put(flag.keys, flag.said);
    else if (kind === 'time' || kind === 'after' || kind === 'before') counts.push(countOfDays(field));
    else if (kind !== 'record') counts.push(countOfRows(field, asRow));
  }
  for (const [keys, said] of bySource) counts.push(countOfKeys(keys, said, asRow));
  return counts;
}

function flagsOf(): readonly { readonly keys: Keys; readonly said: Said }[] {
  return fields.is.words.flatMap(({ word, holds }) => {
    const keys = keysOfFlag[word];
    const textOf = (row: QuestionRow): string | undefined => (holds(row) ? word : undefined);
    return keys === undefined ? [] : [{ keys, said: { field: 'is' as const, textOf } }];
  });
}

function textOf(name: FieldName): Said['textOf'] {
  const field = fields[name];
  if (field.kind === 'weight') return ({ weight }) => weight ?? '';
  if (field.kind === 'words') return (row) => field.words.find(({ holds }) => holds(row))?.word;
  return (row) => textsOf(name, row)[0];
}

function textsOf(name: FieldName, row: QuestionRow): readonly string[] {
  const field = fields[name];
  const texts = field.kind === 'text' || field.kind === 'address' ? field.textsOf(row) : [];
  return typeof texts === 'string' ? [texts] : texts.length === 0 ? NOTHING : texts;
}

const NOTHING: readonly string[] = [''];

/** Rows are counted by what all fields of the column say together. */
function countOfKeys(keys: Keys, said: readonly Said[], asRow: AsRow): Count {
  const numbers = new ValueNumbers({
    valuesOf: (row: QuestionRow) => said.map((each) => each.textOf(row)),
    keys,
    asRow,
  });
  let scratch = new Uint32Array(0);
  let counts: Uint32Array = new Uint32Array(256);
  return {
    add: (chunk, rows) => {
      if (scratch.length < rows.length) scratch = new Uint32Array(rows.length);
      numbers.write(chunk, rows, scratch);
      counts = grownNumbers(counts, numbers.size);
      for (let at = 0; at < rows.length; at++) {
        const number = scratch[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    },
    into: (all) => {
      for (let number = 0; number < numbers.size; number++) {
        for (const [at, text] of numbers.values(number).entries()) {
          const field = said[at]?.field;
          if (field !== undefined && text !== undefined) all.add(field, String(text), counts[number] ?? 0);
        }
      }
    },
  };
}

/** Fields that a column of numbers of texts says all of, so that no row is looked at: their texts may be as many as rows. */
const textsOfField: Partial<Readonly<Record<FieldName, number>>> = {
  key: columns.accessKey,
  id: columns.principal,
  address: columns.address,
  agent: columns.userAgent,
  shared: columns.sharedEventID,
};

/** Each text of a table is looked at once. */
function countOfTexts(field: FieldName, column: number): Count {
  const numbers = new Map<string, number>();
  const known = new WeakMap<RowTables, Uint32Array>();
  let counts: Uint32Array = new Uint32Array(256);
  /** From 1 on. */
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    counts = grownNumbers(counts, number);
    return number;
  };
  return {
    add: (chunk, rows) => {
      const { tables } = chunk;
      const textNumbers = chunk.column(column);
      let told = known.get(tables) ?? new Uint32Array(256);
      for (const row of rows) {
        const text = textNumbers[row] ?? 0;
        if (text >= told.length) told = grownNumbers(told, text);
        let number = told[text] ?? 0;
        if (number === 0) {
          number = numberOf(tables.text(text));
          told[text] = number;
        }
        counts[number] = (counts[number] ?? 0) + 1;
      }
      known.set(tables, told);
    },
    into: (all) => {
      all.put(field, countsIn(numbers, counts));
    },
  };
}

function* countsIn(numbers: ReadonlyMap<string, number>, counts: Uint32Array): Generator<ValueCounts[number]> {
  for (const [text, number] of numbers) yield [text, counts[number] ?? 0];
}

function countOfRows(field: FieldName, asRow: AsRow): Count {
  const counts = new Map<string, number>();
  return {
    add: (chunk, rows) => {
      for (const row of rows) {
        for (const text of new Set(textsOf(field, asRow(chunk, row)))) {
          const count = counts.get(text);
          if (count !== undefined || counts.size < MOST_DIFFERENT) counts.set(text, (count ?? 0) + 1);
        }
      }
    },
    into: (all) => {
      for (const [text, count] of counts) all.add(field, text, count);
    },
  };
}

function countOfDays(field: FieldName): Count {
  const days = new Map<number, number>();
  return {
    add: (chunk, rows) => {
      const times = chunk.column(columns.time);
      for (const row of rows) {
        const seconds = times[row] ?? 0;
        const day = Math.floor((seconds === 0 ? chunk.time(row) / 1000 : seconds) / SECONDS_OF_DAY);
        days.set(day, (days.get(day) ?? 0) + 1);
      }
    },
    into: (all) => {
      for (const [day, count] of days) {
        all.add(
          field,
          Number.isNaN(day) ? '' : new Date(1000 * SECONDS_OF_DAY * day).toISOString().slice(0, 10),
          count,
        );
      }
    },
  };
}
