import type { FieldOrder } from '../../server/src/core/read/own/fieldOrder';
import { chosenFields, type OwnRecord, ownRecordOf, shuffled } from './ownRecords';
import { rowsOf } from './ownRun';
import { wrappings } from './ownWrappings';
import { SeededNumbers } from './seededNumbers';

/** A wrapping in which the same records say something else. */
export interface Difference {
  readonly seed: number;
  readonly run: number;
  readonly wrapping: string;
  readonly text: string;
  readonly expected: readonly unknown[];
  readonly found: readonly unknown[];
}

/** Hands records on as JSON in messages of every kind; gives those that were read otherwise than as lines. */
export function runWrappedRecords(seed: number, runs: number): readonly Difference[] {
  const random = new SeededNumbers(seed);
  const different: Difference[] = [];
  for (let run = 0; run < runs; run++) {
    const records: OwnRecord[] = Array.from({ length: random.between(1, 4) }, () => ownRecordOf(random));
    const messages = chosenFields(records, random).map(({ event }) => JSON.stringify(shuffled(event, random)));
    const expected = rowsOf(messages.join('\n'));
    different.push(...differing({ seed, run, messages, expected, orders: [] }));
  }
  return different;
}

const DELIMITERS = ['\t', '|', ';', ' | ', '::'];

/** The same for lines of values alone, whose order of fields a call has told. */
export function runWrappedLines(seed: number, runs: number): readonly Difference[] {
  const random = new SeededNumbers(seed);
  const different: Difference[] = [];
  for (let run = 0; run < runs; run++) {
    const { log } = ownRecordOf(random);
    const records: OwnRecord[] = [];
    for (const count = random.between(1, 4); records.length < count; ) {
      const record = ownRecordOf(random);
      if (record.log === log) records.push(record);
    }
    const events = chosenFields(records, random).map(({ event }) => event);
    const fields = Object.keys(shuffled(Object.assign({}, ...events), random));
    const delimiter = random.one(DELIMITERS);
    const messages = events.map((event) =>
      fields
        .map((name) => {
          const value = event[name];
          if (value === undefined) return '-';
          return typeof value === 'string' ? value : JSON.stringify(value);
        })
        .join(delimiter),
    );
    const orders = [{ fields, delimiter }];
    const expected = rowsOf(messages.join('\n'), orders);
    different.push(...differing({ seed, run, messages, expected, orders }));
  }
  return different;
}

interface Run {
  readonly seed: number;
  readonly run: number;
  readonly messages: readonly string[];
  readonly expected: readonly unknown[];
  readonly orders: readonly FieldOrder[];
}

function differing({ seed, run, messages, expected, orders }: Run): readonly Difference[] {
  return Object.entries(wrappings).flatMap(([wrapping, write]) => {
    const text = write(messages);
    const found = rowsOf(text, orders);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : { seed, run, wrapping, text, expected, found };
  });
}
