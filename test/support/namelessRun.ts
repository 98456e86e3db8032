import { analyze } from '../../server/src/core/check/analyze';
import type { FieldOrder } from '../../server/src/core/read/own/fieldOrder';
import type { JsonObject } from '../../server/src/core/record';
import { lineOfValues, recordsOfLog, someOrder } from './linesOfValues';
import { ownRecordOf } from './ownRecords';
import { SeededNumbers } from './seededNumbers';

/** What a run over many logs of lines without names has found. */
export interface NamelessTable {
  readonly lines: number;
  /** Lines that were read in full, and in part. */
  readonly read: number;
  readonly partly: number;
  /** Logs in which a line says what its record does not say. */
  readonly wrong: readonly unknown[];
}

const DELIMITERS = ['\t', ',', '|', ';', '::'];

/** Writes records as lines of values in any choice and order of fields, and holds what is read of them against the records. */
export function runNamelessLines(seed: number, runs: number): NamelessTable {
  const random = new SeededNumbers(seed);
  const sums = { lines: 0, read: 0, partly: 0 };
  const wrong: unknown[] = [];
  for (let run = 0; run < runs; run++) {
    const { log } = ownRecordOf(random);
    const records = recordsOfLog(log, 1 + random.between(0, 6), random);
    const delimiter = DELIMITERS[random.between(0, DELIMITERS.length - 1)] ?? '\t';
    const orders = Array.from({ length: 1 + random.between(0, 2) }, () => someOrder(records, random));
    // A change of the delivery in the middle of the log.
    const change = random.between(0, records.length);
    const written = records.map(({ event }, at) =>
      lineOfValues(event, orders[at < change ? 0 : 1] ?? orders[0] ?? [], delimiter),
    );
    const told: readonly FieldOrder[] =
      random.between(0, 3) === 0 ? [] : orders.map((fields) => ({ fields, delimiter }));
    const text = written.map(({ line }) => line).join('\n');
    const byStart = new Map<number, JsonObject>();
    let at = 0;
    for (const { line, said } of written) {
      byStart.set(at, said);
      at += line.length + 1;
    }
    sums.lines += written.length;
    for (const { start, event = {} } of analyze(text, undefined, told)) {
      const names = Object.keys(event);
      const isPartly = names.some((name) => name.startsWith('column_'));
      if (isPartly) sums.partly++;
      else sums.read++;
      const said = byStart.get(start) ?? {};
      const lies = names.filter((name) => !name.startsWith('column_') && event[name] !== said[name]);
      const isAll = isPartly || names.length === Object.keys(said).length;
      if (lies.length > 0 || !isAll) wrong.push({ seed, run, text, told, event, said, lies });
    }
  }
  return { ...sums, wrong };
}
