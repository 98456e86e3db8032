import type { JsonObject } from '../../server/src/core/record';
import { type OwnRecord, ownRecordOf, shuffled } from './ownRecords';
import type { SeededNumbers } from './seededNumbers';

/** Invented lines of values, as log deliveries in the formats plain and raw write them. */

/** Some records of one log. */
export function recordsOfLog(log: string, count: number, random: SeededNumbers): readonly OwnRecord[] {
  const found: OwnRecord[] = [];
  while (found.length < count) {
    const record = ownRecordOf(random);
    if (record.log === log) found.push(record);
  }
  return found;
}

/** Some of the fields, with the organization among them, in any order. */
export function someOrder(records: readonly OwnRecord[], random: SeededNumbers): readonly string[] {
  const all = Object.keys(shuffled(Object.assign({}, ...records.map(({ event }) => event)), random));
  return all.filter((name) => name === 'organization_arn' || random.between(0, 4) > 0);
}

/** A record as a line of values, and what that says: texts alone. */
export function lineOfValues(
  event: JsonObject,
  fields: readonly string[],
  delimiter: string,
): { readonly line: string; readonly said: JsonObject } {
  const texts = fields.map((name) => {
    const value = event[name];
    return value === undefined ? '-' : typeof value === 'string' ? value : JSON.stringify(value);
  });
  const cells = texts.map((text) =>
    text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text,
  );
  const said = Object.fromEntries(fields.flatMap((name, at) => (texts[at] === '-' ? [] : [[name, texts[at] ?? '']])));
  return { line: cells.join(delimiter), said };
}
